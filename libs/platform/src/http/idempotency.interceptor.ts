import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { actForRequest } from '../observability/context.js';
import type { ActorRequest } from './decorators.js';
import { IdempotencyKeys, type RequestKey } from './idempotency-keys.js';

/** POST with an `Idempotency-Key`: the same key again answers what the first time answered, and does nothing. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeys) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || request.actor?.kind !== 'person')
      return next.handle();
    if (key.length === 0 || key.length > 200)
      throw new DomainError<ErrorCode>('platform/invalid-input', {}, 'Idempotency-Key');
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const asked = `${request.url}\n${JSON.stringify(request.body ?? null)}`;
    return this.once({ personId: request.actor.personId, key }, asked, reply, next);
  }

  private once(
    requestKey: RequestKey,
    asked: string,
    reply: FastifyReply,
    next: CallHandler,
  ): Observable<unknown> {
    return from(this.keys.begin(requestKey, asked)).pipe(
      mergeMap((kept) => {
        if (kept !== undefined) {
          void reply.status(kept.status).type('application/json; charset=utf-8');
          return of(kept.body);
        }
        actForRequest(requestKey);
        return next.handle().pipe(
          // Only what failed frees its key; what was done stays done, even if its answer cannot be kept.
          catchError((error: unknown) =>
            from(this.keys.release(requestKey)).pipe(mergeMap(() => throwError(() => error))),
          ),
          mergeMap(async (body: unknown) => {
            await this.keys.keep(requestKey, reply.statusCode, body);
            return body;
          }),
        );
      }),
    );
  }
}
