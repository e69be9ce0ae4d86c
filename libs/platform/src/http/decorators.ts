import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  SetMetadata,
} from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ErrorCode } from '#libs/api-schema';
import { page, problem, scopesFor } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import type { Action } from '../access/policies.js';
import type { Actor, PersonActor } from '../tenancy/actor.js';

/** How a route is guarded: exactly one of these on every handler, or the start fails. */
export type RouteAccess =
  | { readonly kind: 'allow'; readonly action: Action; readonly subject: string }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'public'; readonly why: string };

/** Metadata key of {@link RouteAccess}. */
export const routeAccess = 'rygrad:access';
/** Metadata key of {@link StepUp}. */
export const stepUpNeeded = 'rygrad:step-up';
/** Metadata key of the schema of an answer. */
export const answerSchema = 'rygrad:answer';

/** Only for whom a policy of the module allows the action on the subject type (in the alliance of the address). */
export const Allow = (action: Action, subject: string): MethodDecorator => {
  const [scope] = scopesFor(action, subject);
  return applyDecorators(
    SetMetadata(routeAccess, { kind: 'allow', action, subject } satisfies RouteAccess),
    ...(scope === undefined ? [] : [ApiExtension('x-token-scope', scope)]),
  );
};

/** For everybody who is signed in. */
export const SignedIn = (): MethodDecorator =>
  SetMetadata(routeAccess, { kind: 'signed-in' } satisfies RouteAccess);

/** For administrators of the installation. */
export const AdminOnly = (): MethodDecorator =>
  SetMetadata(routeAccess, { kind: 'admin' } satisfies RouteAccess);

/** For anybody; says why that is right. */
export const Public = (why: string): MethodDecorator =>
  SetMetadata(routeAccess, { kind: 'public', why } satisfies RouteAccess);

/** Only while the session was confirmed a short while ago, besides one of the above: signing on behalf, person data, keys. */
export const StepUp = (): MethodDecorator =>
  applyDecorators(SetMetadata(stepUpNeeded, true), ApiExtension('x-step-up', true));

/** The body of a good answer: documented, and stripped to exactly this schema. */
export const Answer = (schema: z.ZodType, status = 200): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(answerSchema, schema),
    ApiResponse({ status, standardSchema: schema as never, description: 'Done' }),
    ApiResponse({
      status: 'default',
      standardSchema: problem as never,
      description: 'Problem document (RFC 9457)',
    }),
  );

/** A page of a list read model; the SQL has built exactly the item's keys. */
export const AnswerList = (item: z.ZodType): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({ status: 200, standardSchema: page(item) as never, description: 'One page' }),
    ApiResponse({
      status: 'default',
      standardSchema: problem as never,
      description: 'Problem document (RFC 9457)',
    }),
  );

/** An answer without a body. */
export const AnswerNothing = (): MethodDecorator =>
  applyDecorators(
    HttpCode(204),
    ApiResponse({ status: 204, description: 'Done' }),
    ApiResponse({
      status: 'default',
      standardSchema: problem as never,
      description: 'Problem document (RFC 9457)',
    }),
  );

/** A request whose actor the guard has found. */
export type ActorRequest = FastifyRequest & { actor?: Actor };

/** Whoever acts: a person in the alliance of the address (or in the installation). */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): PersonActor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (actor?.kind !== 'person') throw new DomainError<ErrorCode>('platform/not-signed-in');
  return actor;
});

/** The version an edit is based on, from `If-Match: "3"`. @throws DomainError platform/if-match-needed */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '');
  if (match === null) throw new DomainError<ErrorCode>('platform/if-match-needed');
  return Number(match[1]);
});
