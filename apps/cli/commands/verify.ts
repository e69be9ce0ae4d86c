import pg from 'pg';
import { verifyChains } from '#libs/platform';
import { joinInstallation } from '../../composition/installation.js';

/** Walks every alliance's chain of sealed events; exit code 1 when one does not hold. */
export async function verifyEvents(): Promise<void> {
  const installation = await joinInstallation();
  const { config } = installation;
  const client = new pg.Client({ connectionString: config.MIGRATION_DATABASE_URL });
  await client.connect();
  try {
    const reports = await verifyChains(
      async (sql, parameters) => (await client.query(sql, [...parameters])).rows as unknown[],
    );
    for (const report of reports) {
      const found = report.broken === undefined ? 'holds' : `BROKEN at number ${String(report.broken)}`;
      console.log(`${report.allianceId}: ${String(report.events)} events, chain ${found}`);
    }
    if (reports.some((report) => report.broken !== undefined)) process.exitCode = 1;
  } finally {
    await client.end();
    await installation.stop();
  }
}
