import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg, { type ClientConfig, type Pool, type PoolClient } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { CONFIG, type Config, ConfigError } from '../config/config.js';

/**
 * A connection whose loss is told to whoever waits for an answer on it, and to nobody else: without a listener of its
 * own, a connection lost in the middle of a unit of work would end the process.
 */
class LosableClient extends pg.Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The connections of the application's role. Only the unit of work and the platform's own adapters use it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private source: DataSource | undefined;
  private readonly entities = new Set<EntityTarget<ObjectLiteral>>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Makes an entity known; call before {@link connect} (modules do it when they are constructed). */
  register(...entities: EntityTarget<ObjectLiteral>[]): void {
    for (const entity of entities) this.entities.add(entity);
  }

  /**
   * Opens the pool and refuses a role that could step around row-level security.
   * @throws Error when the database cannot be reached or the role is too strong
   */
  async connect(): Promise<void> {
    if (this.source !== undefined) return;
    const source = new DataSource({
      type: 'postgres',
      url: this.config.DATABASE_URL ?? '',
      entities: [...this.entities] as never,
      applicationName: 'rygrad',
      poolSize: this.config.DATABASE_POOL,
      installExtensions: false,
      extra: { pipeline: true, Client: LosableClient },
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
      logging: false,
    });
    await source.initialize();
    this.source = source;
    await this.refuseStrongRole();
    await this.refuseOpenTables();
  }

  /** The pool of the application's role. */
  get pool(): Pool {
    if (this.source === undefined) throw new Error('The database is not connected yet');
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** A TypeORM query runner on a client whose transaction the unit of work has opened already. */
  runnerOn(client: PoolClient): QueryRunner {
    if (this.source === undefined) throw new Error('The database is not connected yet');
    const runner = this.source.createQueryRunner('master');
    Object.assign(runner, { databaseConnection: client, isTransactionActive: true, transactionDepth: 1 });
    return runner;
  }

  /** One statement outside any alliance: only for platform tables (person, session, job …). */
  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    const result = await this.pool.query(sql, [...parameters]);
    return result.rows as R[];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source?.destroy();
    this.source = undefined;
  }

  /** The role itself, and every role it could turn into. */
  private async refuseStrongRole(): Promise<void> {
    const [role] = await this.query<{ name: string; strong: string | null }>(`
      select current_user as name, (
        select r.rolname from pg_roles r
        where pg_has_role(current_user, r.oid, 'member') and (
          r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
          or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
          or exists (select from pg_proc p where p.proowner = r.oid and p.pronamespace = 'public'::regnamespace))
        order by r.rolname <> current_user limit 1) as strong`);
    if (role?.strong === null) return;
    const through = role === undefined || role.strong === role.name ? '' : ` (through ${role.strong})`;
    throw new ConfigError(
      `DATABASE_URL: the role ${role?.name ?? '?'}${through} is superuser, owns tables or may step around row-level security; use a plain role such as rygrad_app, another than in MIGRATION_DATABASE_URL`,
    );
  }

  /** A table with an alliance whose rows are not held apart would show them to everybody. */
  private async refuseOpenTables(): Promise<void> {
    const open = await this.query<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'alliance_id' and not a.attisdropped)`);
    if (open.length > 0)
      throw new ConfigError(
        `The database has tables without forced row-level security: ${open.map(({ name }) => name).join(', ')}. Run the migrations of this version; do not switch it off by hand`,
      );
  }
}
