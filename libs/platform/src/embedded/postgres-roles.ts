import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Credentials } from './credentials.js';

/** The names that every Rygrad database knows: `rygrad_app` is the role behind row-level security. */
export const roles = { admin: 'rygrad_admin', owner: 'rygrad_owner', app: 'rygrad_app' } as const;

/** The database's name. */
export const database = 'rygrad';

/** Address of a role's login on the embedded server. */
export const urlOf = (role: string, password: string, port: number, name: string = database): string =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${name}`;

/** Opens a session; a broken one does not end the process, the next query tells. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'rygrad embedded' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function exists(admin: Client, sql: string, name: string): Promise<boolean> {
  const { rowCount } = await admin.query(sql, [name]);
  return (rowCount ?? 0) > 0;
}

async function ensureRole(admin: Client, name: string, password: string, rights: string): Promise<void> {
  const verb = (await exists(admin, 'select 1 from pg_roles where rolname = $1', name)) ? 'alter' : 'create';
  await admin.query(
    `${verb} role ${escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole noreplication ${rights} password ${escapeLiteral(password)}`,
  );
}

/**
 * Makes the roles and the database, or finishes what an earlier start began. The owner runs migrations and may see
 * every alliance (backfills); the application's role owns nothing and cannot step round row-level security.
 */
export async function ensureRoles(admin: Client, credentials: Credentials): Promise<void> {
  await ensureRole(admin, roles.owner, credentials.owner, 'bypassrls');
  await ensureRole(admin, roles.app, credentials.app, 'nobypassrls');
  if (!(await exists(admin, 'select 1 from pg_database where datname = $1', database))) {
    await admin.query(`create database ${database} owner ${roles.owner}`);
  }
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${roles.app}`);
}
