import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '#libs/api-schema';
import { localeOf } from '../http/locale.js';
import { RateLimits } from '../http/rate-limits.js';
import { Links } from '../identity/links.js';
import { pageLocale } from '../pages/index.js';
import type { LinkActor } from '../tenancy/actor.js';
import { type LinkPlace, linkRefusal, type LinkRefusal } from './link-pages.js';

const minute = 60_000;
const mostAMinute = 120;

/** What a page behind a link answers: its text, or where to go instead. */
export type LinkAnswer = string | { readonly to: string };

/** A request for a page behind a link. */
export interface LinkVisit {
  readonly purpose: string;
  readonly token: string;
  /** The language asked for in the address, if any. */
  readonly locale?: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The page that says why there is none; the common one when left out. Throws what it does not expect. */
  readonly refusal?: (error: unknown, place: LinkPlace) => LinkRefusal;
}

/** Opens links for the pages behind them: limited per address, in the holder's language, refused on a page. */
@Injectable()
export class LinkVisits {
  constructor(
    private readonly links: Links,
    private readonly limits: RateLimits,
  ) {}

  /** Answers with what `work` makes of the open link, or with the page of the refusal. */
  async answer(
    visit: LinkVisit,
    work: (holder: LinkActor, place: LinkPlace) => Promise<LinkAnswer> | LinkAnswer,
  ): Promise<void> {
    const { purpose, token, request, reply, refusal = linkRefusal } = visit;
    void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
    const base = `/l/${purpose}/${token}`;
    let locale: Locale = pageLocale(visit.locale, localeOf(request));
    try {
      await this.limits.take(`link-${purpose}:${request.ip}`, mostAMinute, minute);
      const holder = await this.links.open(purpose, token);
      locale = pageLocale(visit.locale, holder.locale);
      const answered = await work(holder, { locale, base });
      if (typeof answered === 'string') await reply.type('text/html; charset=utf-8').send(answered);
      else await reply.status(303).header('location', answered.to).send();
    } catch (error) {
      const refused = refusal(error, { locale, base });
      await reply.status(refused.status).type('text/html; charset=utf-8').send(refused.text);
    }
  }
}
