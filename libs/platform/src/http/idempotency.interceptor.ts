import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import type { ErrorCode } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { DomainError } from '#libs/kernel';
import { CLOCK } from '../database/clock.token.js';
import { Database } from '../database/database.js';
import { KeyRing } from '../secrets/key-ring.js';
import type { ActorRequest } from './decorators.js';

/** After this long without an answer the key is free again: its process has died, in milliseconds. */
const abandonedAfter = 600_000;

interface Kept {
  request_hash: Buffer;
  status: number | null;
  body: string | null;
}

/** POST with an `Idempotency-Key`: the same key again answers what the first time answered, and does nothing. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || request.actor?.kind !== 'person')
      return next.handle();
    if (key.length === 0 || key.length > 200)
      throw new DomainError<ErrorCode>('platform/invalid-input', {}, 'Idempotency-Key');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { personId } = request.actor;
    return from(this.begin(personId, key, request)).pipe(
      mergeMap((kept) => {
        if (kept !== undefined) {
          void reply.status(kept.status).type('application/json; charset=utf-8');
          return of(kept.body);
        }
        return next.handle().pipe(
          // Only what failed frees its key; what was done stays done, even if its answer cannot be kept.
          catchError((error: unknown) =>
            from(this.release(personId, key)).pipe(mergeMap(() => throwError(() => error))),
          ),
          mergeMap(async (body: unknown) => {
            await this.keep(personId, key, reply.statusCode, body);
            return body;
          }),
        );
      }),
    );
  }

  private async begin(
    personId: string,
    key: string,
    request: ActorRequest,
  ): Promise<{ status: number; body: string } | undefined> {
    // With a key: a plain hash of a short body (a CPR number, a code) could be turned back by trying all of them.
    const asked = `${request.url}\n${JSON.stringify(request.body ?? null)}`;
    const hash = this.keys.lookup(asked, 'idempotency.request_hash');
    const now = this.clock.now();
    const taken = await this.database.query(
      `insert into idempotency (person_id, key, request_hash, created_at) values ($1, $2, $3, $4)
       on conflict (person_id, key) do update set created_at = excluded.created_at
         where idempotency.status is null and idempotency.request_hash = excluded.request_hash
           and idempotency.created_at < $5
       returning key`,
      [personId, key, hash, now, new Date(now.getTime() - abandonedAfter)],
    );
    if (taken.length > 0) return undefined;
    const [kept] = await this.database.query<Kept>(
      'select request_hash, status, body from idempotency where person_id = $1 and key = $2',
      [personId, key],
    );
    if (kept === undefined || kept.status === null || !kept.request_hash.equals(hash))
      throw new DomainError<ErrorCode>('platform/repeated-key');
    return { status: kept.status, body: kept.body ?? '' };
  }

  private async keep(personId: string, key: string, status: number, body: unknown): Promise<void> {
    await this.database.query(
      'update idempotency set status = $3, body = $4 where person_id = $1 and key = $2',
      [personId, key, status, typeof body === 'string' ? body : null],
    );
  }

  private async release(personId: string, key: string): Promise<void> {
    await this.database.query(
      'delete from idempotency where person_id = $1 and key = $2 and status is null',
      [personId, key],
    );
  }
}
