import { migrate } from '#libs/platform';
import { joinInstallation, migrationsFolder } from '../../composition/installation.js';

/** Brings the database to the newest schema and says what was done. */
export async function migrateDatabase(): Promise<void> {
  const installation = await joinInstallation();
  const { config } = installation;
  try {
    const ran = await migrate(config.MIGRATION_DATABASE_URL ?? '', migrationsFolder);
    console.log(
      ran.length === 0 ? 'The schema is up to date.' : ran.map((name) => `migrated: ${name}`).join('\n'),
    );
  } finally {
    await installation.stop();
  }
}
