import { randomId } from './random-id.js';
import createClient from 'openapi-fetch';
import type { paths } from '../generated/api.js';
import { languageOfBrowser } from '../language/language-provider.js';
import { askToConfirm } from './ask-to-confirm.js';
import { ProblemError, problemFrom } from './problem.js';

/** An address of the API as OpenAPI writes it, e.g. '/api/v1/alliances/{allianceId}/partners'. */
export type ApiPath = [KnownPath] extends [never] ? string : KnownPath;

type KnownPath = Extract<keyof paths, string>;

/** The verbs the API answers. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Values for the address's braces. */
export type PathValues = Readonly<Record<string, string>>;

/** Values after the question mark; undefined and '' are left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** One call of the API. */
export interface ApiCall {
  path?: PathValues | undefined;
  query?: QueryValues | undefined;
  body?: unknown;
  /** The version last seen; sent as If-Match, so that a lost update answers 412 instead of overwriting. */
  version?: number | undefined;
  /** Same key = same effect once; made fresh for each POST when absent. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

type LooseClient = (
  method: string,
  path: string,
  init: object,
) => Promise<{
  data?: unknown;
  error?: unknown;
  response: Response;
}>;

const client = createClient<Record<string, never>>({ baseUrl: '', credentials: 'same-origin' });
const request = client.request as unknown as LooseClient;

function headersOf(method: Method, call: ApiCall): Record<string, string> {
  const headers: Record<string, string> = { 'accept-language': languageOfBrowser() };
  if (call.version !== undefined) headers['if-match'] = `"${String(call.version)}"`;
  if (method === 'POST') headers['idempotency-key'] = call.idempotencyKey ?? randomId();
  return headers;
}

function withoutEmpty(query: QueryValues = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * Calls the API and gives its answer; rejects with {@link ProblemError} only. Where the server wants to know again who
 * it is, the person is asked, and the call repeated.
 */
export async function callApi<Answer>(method: Method, path: ApiPath, call: ApiCall = {}): Promise<Answer> {
  try {
    return await callOnce<Answer>(method, path, call);
  } catch (error) {
    const isAsked = error instanceof ProblemError && error.code === 'platform/step-up-needed';
    if (!isAsked || !(await askToConfirm())) throw error;
    return callOnce<Answer>(method, path, call);
  }
}

async function callOnce<Answer>(method: Method, path: ApiPath, call: ApiCall): Promise<Answer> {
  const body = call.body instanceof FormData ? { body: call.body, bodySerializer: (b: unknown) => b } : {};
  const answer = await request(method.toLowerCase(), path, {
    params: { path: call.path ?? {}, query: withoutEmpty(call.query) },
    headers: headersOf(method, call),
    ...(call.body === undefined ? {} : { body: call.body }),
    ...body,
    ...(call.signal ? { signal: call.signal } : {}),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({ status: 0, code: 'web/unreachable', title: 'web/unreachable' });
  });
  if (!answer.response.ok) throw problemFrom(answer.response.status, answer.error);
  return answer.data as Answer;
}
