import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg, { type ClientConfig, type Pool, type PoolClient } from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';

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

  private async refuseStrongRole(): Promise<void> {
    const [role] = await this.query<{ name: string; strong: boolean; owner: boolean }>(`
      select r.rolname as name, r.rolsuper or r.rolbypassrls as strong,
        exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')
                and c.relnamespace = 'public'::regnamespace) as owner
      from pg_roles r where r.rolname = current_user`);
    if (role === undefined || role.strong || role.owner)
      throw new Error(
        `DATABASE_URL: the role ${role?.name ?? '?'} is superuser, table owner or may bypass row-level security; use a plain role such as rygrad_app`,
      );
  }
}
