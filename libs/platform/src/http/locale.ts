import type { FastifyRequest } from 'fastify';
import type { Locale } from '#libs/api-schema';
import type { Actor } from '../tenancy/actor.js';

/**
 * The language of a request: the person's own choice, else the `locale` cookie, else what the browser prefers among
 * Danish and English, else Danish.
 */
export function localeOf(
  request: Pick<FastifyRequest, 'headers'> & { actor?: Actor; cookies?: unknown },
): Locale {
  if (request.actor !== undefined && request.actor.kind !== 'system') return request.actor.locale;
  const chosen = (request.cookies as Record<string, string | undefined> | undefined)?.['locale'];
  if (chosen === 'da' || chosen === 'en') return chosen;
  const preferred = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => ['da', 'nb', 'nn', 'no', 'en'].includes(language));
  return preferred === 'en' ? 'en' : 'da';
}
