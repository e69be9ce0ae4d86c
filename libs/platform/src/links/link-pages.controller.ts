import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ErrorCode, type Locale, locales } from '#libs/api-schema';
import { DomainError, normaliseEmail } from '#libs/kernel';
import { Public } from '../http/decorators.js';
import { localeOf } from '../http/locale.js';
import { messageOf } from '../http/problem.filter.js';
import { RateLimits } from '../http/rate-limits.js';
import { Links } from '../identity/links.js';
import { pageLocale } from '../pages/index.js';
import type { LinkActor } from '../tenancy/actor.js';
import { KeepLinks } from './keep-links.js';
import { linkTexts } from './link-page.texts.js';
import {
  type LinkFault,
  type LinkPlace,
  linkRefusal,
  maskedEmail,
  passedOnPage,
  passOnPage,
  sentAgainPage,
} from './link-pages.js';
import { type LinkHolder, type LinkPurpose, LinkPurposes } from './link-purposes.js';

const why = 'the holder of a mailed link, who has no account';
const purpose = z.string().regex(/^[a-z][a-z-]{0,40}$/);
const token = z.string().max(300);
const query = z.object({ locale: z.enum(locales).optional().catch(undefined) });
const fields = z.record(z.string().max(40), z.string().max(2000));
const minute = 60_000;

type Asked = z.infer<typeof query>;
type Fields = z.infer<typeof fields>;

/** What is alike behind every link: "wrong person? pass it on", and a fresh link for one that has expired. */
@ApiExcludeController()
@Controller('l/:purpose/:token')
export class LinkPagesController {
  constructor(
    private readonly links: Links,
    private readonly purposes: LinkPurposes,
    private readonly keep: KeepLinks,
    private readonly limits: RateLimits,
  ) {}

  @Get('pass-on')
  @Public(why)
  ask(
    @Param('purpose', { schema: purpose }) kind: string,
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.behind(kind, key, asked, request, reply, async (place) => {
      const holder = await this.links.open(kind, key);
      return passOnPage(spokenTo(holder, asked, place), this.passable(holder).passOnHint);
    });
  }

  @Post('pass-on')
  @HttpCode(200)
  @Public(why)
  passOn(
    @Param('purpose', { schema: purpose }) kind: string,
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: fields }) given: Fields,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.behind(kind, key, asked, request, reply, async (found) => {
      const holder = await this.links.open(kind, key);
      const place = spokenTo(holder, asked, found);
      const { passOnHint } = this.passable(holder);
      await this.limits.take(`link-pass-on:${holder.linkId}`, 5, 60 * minute);
      const to = readHolder(given, place.locale);
      if ('faults' in to) {
        void reply.status(422);
        return passOnPage(place, passOnHint, given, to.faults);
      }
      await this.keep.passOnAsHolder(holder, to);
      return passedOnPage(place.locale, to);
    });
  }

  @Post('again')
  @HttpCode(200)
  @Public(why)
  again(
    @Param('purpose', { schema: purpose }) kind: string,
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.behind(kind, key, asked, request, reply, async (place) => {
      const holder = await this.links.openExpired(kind, key);
      await this.limits.take(`link-again:${holder.linkId}`, 3, 60 * minute);
      await this.keep.renew(holder.allianceId, holder.linkId);
      return sentAgainPage(spokenTo(holder, asked, place).locale, maskedEmail(holder.email));
    });
  }

  private passable(holder: LinkActor): LinkPurpose {
    const found = this.purposes.find(holder.purpose);
    if (found?.send === undefined || found.isPersonal === true)
      throw new DomainError<ErrorCode>('links/stays-with-holder');
    return found;
  }

  private async behind(
    kind: string,
    key: string,
    asked: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (place: LinkPlace) => Promise<string>,
  ): Promise<void> {
    void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
    const place: LinkPlace = {
      locale: pageLocale(asked.locale, localeOf(request)),
      base: `/l/${kind}/${key}`,
    };
    void reply.type('text/html; charset=utf-8');
    try {
      await this.limits.take(`link:${request.ip}`, 120, minute);
      await reply.send(await work(place));
    } catch (error) {
      const refusal = linkRefusal(error, place);
      await reply.status(refusal.status).send(refusal.text);
    }
  }
}

/** The language asked for, else that of whom the link was sent to. */
function spokenTo(holder: LinkActor, asked: Asked, { base }: LinkPlace): LinkPlace {
  return { base, locale: pageLocale(asked.locale, holder.locale) };
}

type Given = LinkHolder | { readonly faults: readonly LinkFault[] };

function readHolder(given: Fields, locale: Locale): Given {
  const name = (given['name'] ?? '').replace(/\s+/g, ' ').trim();
  const email = normaliseEmail(given['email'] ?? '');
  const faults: LinkFault[] = [];
  if (name === '' || name.length > 120)
    faults.push({ field: 'name', message: linkTexts[locale].nameMissing });
  if (email === null) faults.push({ field: 'email', message: messageOf('delivery/bad-address', {}, locale) });
  if (email === null || faults.length > 0) return { faults };
  return { name, email, locale: given['language'] === 'en' ? 'en' : 'da' };
}
