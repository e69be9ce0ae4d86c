import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { type ErrorCode, errorCatalogue, type Locale } from '#libs/api-schema';
import { type ErrorParams, isDomainError } from '#libs/kernel';
import { correlationId } from '../observability/context.js';
import { LOGGER } from '../observability/logger.js';
import { html } from '../pages/html.js';
import { page } from '../pages/page.js';
import type { ActorRequest } from './decorators.js';
import { InputError, sayIssue } from './input.js';
import { localeOf } from './locale.js';

/** A failure as it is told: code, the values its message quotes, and the fields it is about. */
interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly errors?: readonly { field: string; message: string }[];
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  400: 'platform/malformed',
  401: 'platform/not-signed-in',
  403: 'platform/forbidden',
  404: 'platform/not-found',
  405: 'platform/wrong-method',
  413: 'platform/too-large',
  415: 'platform/unsupported-media',
  429: 'platform/too-many-requests',
};

/** What PostgreSQL refuses: unique and foreign keys, text it cannot hold, and work to be tried again. */
const byState: Readonly<Record<string, ErrorCode>> = {
  '23505': 'platform/conflict',
  '23503': 'platform/conflict',
  '23P01': 'platform/conflict',
  '22P05': 'platform/invalid-input',
  '22021': 'platform/invalid-input',
  '22P02': 'platform/invalid-input',
  '22003': 'platform/invalid-input',
  '40001': 'platform/unavailable',
  '40P01': 'platform/unavailable',
  '53300': 'platform/unavailable',
};

/** Fills the `{placeholders}` of a message. */
export function fill(message: string, params: ErrorParams): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The message of an error code in a language. */
export function messageOf(code: ErrorCode, params: ErrorParams, locale: Locale): string {
  return fill(errorCatalogue[code][locale], params);
}

function known(code: string): code is ErrorCode {
  return code in errorCatalogue;
}

/** What kind of expected failure an error is; undefined for the unexpected. */
export function failureOf(error: unknown, locale: Locale): Failure | undefined {
  if (error instanceof InputError)
    return { code: error.code, params: {}, errors: error.issues.map((issue) => sayIssue(issue, locale)) };
  if (isDomainError(error) && known(error.code)) {
    const { field, code, params } = error;
    return field === undefined
      ? { code, params }
      : { code, params, errors: [{ field, message: messageOf(code, params, locale) }] };
  }
  if (error instanceof HttpException) {
    const code = byStatus[error.getStatus()];
    return code && { code, params: { limit: '1 MB' } };
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  const state = code === undefined ? undefined : byState[code];
  if (state !== undefined) return { code: state, params: {} };
  const status = statusCode === undefined ? undefined : byStatus[statusCode];
  return status && { code: status, params: { limit: '1 MB' } };
}

/** A form on a page without account: whoever sent it reads the answer in the browser. */
function isSentFromPage({ method, url, headers }: ActorRequest): boolean {
  return method === 'POST' && /^\/[hl]\//.test(url) && headers.accept?.includes('text/html') === true;
}

function refusalPage(
  locale: Locale,
  message: string,
  errors: readonly { readonly message: string }[],
): string {
  const back = {
    da: 'Gå tilbage i browseren; det, du skrev, står der endnu.',
    en: 'Go back in the browser; what you wrote is still there.',
  }[locale];
  const body = html`<h1>${message}</h1>
    <ul>
      ${[...new Set(errors.map((error) => error.message))].map((each) => html`<li>${each}</li>`)}
    </ul>
    <p>${back}</p>`;
  return page({ locale, title: message, body, narrow: true, languages: null });
}

/** Answers every failure with a problem document (RFC 9457) in the person's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ActorRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const locale = localeOf(request);
    const id = correlationId() ?? request.id;
    const failure = failureOf(error, locale);
    if (failure === undefined) this.logger.error({ err: error }, 'unexpected failure');
    const { code, params, errors } = failure ?? {
      code: 'platform/unexpected' as const,
      params: { correlationId: id },
    };
    const { status } = errorCatalogue[code];
    const document = {
      type: `/problems/${code}`,
      title: messageOf(code, params, locale),
      status,
      code,
      detail: messageOf(code, params, locale),
      correlationId: id,
      ...(errors === undefined ? {} : { errors }),
    };
    if (reply.sent || reply.raw.headersSent) return;
    if (status === 429 && params['seconds'] !== undefined)
      void reply.header('retry-after', String(params['seconds']));
    const asPage = isSentFromPage(request);
    void reply
      .status(status)
      .header('content-language', locale)
      .type(asPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8')
      .send(asPage ? refusalPage(locale, document.detail, errors ?? []) : JSON.stringify(document));
  }
}
