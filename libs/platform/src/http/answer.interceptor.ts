import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { scopesFor } from '#libs/api-schema';
import { answerSchema, type RouteAccess, routeAccess } from './decorators.js';

const json = 'application/json; charset=utf-8';

/**
 * Answers leave as JSON text cut to their schema (security.md 11). What is read carries a weak ETag over its text;
 * whoever has that text already gets 304.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const schema = this.reflector.get<z.ZodType | undefined>(answerSchema, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const access = this.reflector.get<RouteAccess | undefined>(routeAccess, context.getHandler());
    if (!mayBeKept(access)) void reply.header('cache-control', 'private, no-store');
    return next.handle().pipe(map((value) => this.answer(value, schema, request, reply)));
  }

  private answer(
    value: unknown,
    schema: z.ZodType | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): unknown {
    if (schema === undefined && !(typeof value === 'string' && value.startsWith('{"items":'))) return value;
    const text = schema === undefined ? (value as string) : JSON.stringify(schema.parse(plain(value)));
    if (reply.getHeader('content-type') === undefined) void reply.type(json);
    if (request.method !== 'GET' || isNotKept(reply)) return text;
    const tag = `W/"${createHash('sha1').update(text).digest('base64url')}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] !== tag) return text;
    void reply.status(304);
    return undefined;
  }
}

/**
 * A browser may keep, and ask anew about, what an API token could read too; of everything else (people's data, one's
 * own, administration, links) no copy stays on the machine.
 */
function mayBeKept(access: RouteAccess | undefined): boolean {
  return access?.kind === 'allow' && scopesFor(access.action, access.subject).length > 0;
}

/** The route has said that no copy may stay anywhere: there is nothing to compare with next time. */
function isNotKept(reply: FastifyReply): boolean {
  return String(reply.getHeader('cache-control')).includes('no-store');
}

/** Dates become ISO text before the schema sees them, as they would on the wire. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
