import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ErrorCode, type Locale, locales } from '#libs/api-schema';
import { DomainError, normaliseEmail } from '#libs/kernel';
import { KeepLinks, type LinkActor, Links, messageOf, pageLocale, Public, RateLimits } from '#libs/platform';
import { contractLink } from '../../application/contract-delivery.js';
import { PrepareSigning } from '../../application/prepare-signing.js';
import { ShowSigning, type SigningView } from '../../application/show-signing.query.js';
import { SignContract } from '../../application/sign-contract.js';
import { fieldsOf, readPage, type SigningFields } from './read-page.js';
import { digitsOf, formFields, readSigningForm } from './signing-form.js';
import {
  confirmPage,
  donePage,
  type FieldFault,
  passedOnPage,
  passOnPage,
  type SigningPlace,
  welcomePage,
} from './signing-pages.js';
import { refusalOf } from './signing-refusal.js';

const why = 'the holder of a mailed link, who has no account';
const token = z.string().max(300);
const query = z.object({ locale: z.enum(locales).optional().catch(undefined) });
const minutes = 60_000;

type Asked = z.infer<typeof query>;

/** A visit: who holds the link, what it shows, and where. */
interface Visit {
  readonly actor: LinkActor;
  readonly view: SigningView;
  readonly place: SigningPlace;
}

/**
 * The signing page: plain server HTML that works without JavaScript. Looking (GET) changes nothing, however often a
 * mail scanner does it; only POST acts.
 */
@Controller(`l/${contractLink}/:token`)
export class SigningController {
  constructor(
    private readonly links: Links,
    private readonly limits: RateLimits,
    private readonly show: ShowSigning,
    private readonly prepare: PrepareSigning,
    private readonly sign: SignContract,
    private readonly keep: KeepLinks,
  ) {}

  @Get()
  @Public(why)
  async welcome(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, ({ view, place }) => welcomePage(view, place));
  }

  @Get('read')
  @Public(why)
  async read(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, ({ actor, view, place }) =>
      readPage(view, place, masked(actor.email), fieldsOf(view)),
    );
  }

  @Post('read')
  @HttpCode(200)
  @Public(why)
  async fillIn(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: formFields }) fields: SigningFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, async ({ actor, view, place }) => {
      await this.limits.take(`contract-fill-in:${actor.linkId}`, 20, 10 * minutes);
      try {
        const form = readSigningForm(fields, view.text);
        await this.prepare.run(actor, { ...form, locale: place.locale });
      } catch (error) {
        const faults = faultsOf(error, place.locale);
        if (faults === null) throw error;
        void reply.status(422);
        return readPage(view, place, masked(actor.email), fields, faults);
      }
      return { to: `${place.base}/confirm?locale=${place.locale}` };
    });
  }

  @Get('confirm')
  @Public(why)
  async confirmation(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query.extend({ sent: z.literal('1').optional().catch(undefined) }) })
    asked: Asked & { sent?: '1' | undefined },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, ({ actor, view, place }) =>
      view.signing === null
        ? { to: `${place.base}/read?locale=${place.locale}` }
        : confirmPage(view, place, masked(actor.email), { codeSent: asked.sent === '1' }),
    );
  }

  @Post('code')
  @HttpCode(200)
  @Public(why)
  async anotherCode(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, async ({ actor, place }) => {
      await this.prepare.sendCodeAgain(actor, place.locale);
      return { to: `${place.base}/confirm?locale=${place.locale}&sent=1` };
    });
  }

  @Post('confirm')
  @HttpCode(200)
  @Public(why)
  async confirm(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: formFields }) fields: SigningFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, async ({ actor, view, place }) => {
      await this.limits.take(`contract-confirm:${actor.linkId}`, 20, 10 * minutes);
      try {
        await this.sign.run(actor, { code: digitsOf(fields['code']), textHash: fields['textHash'] ?? '' });
      } catch (error) {
        const faults = faultsOf(error, place.locale);
        if (faults === null) throw error;
        void reply.status(422);
        return confirmPage(view, place, masked(actor.email), { faults });
      }
      return donePage(view, place.locale, masked(actor.email));
    });
  }

  @Get('pass-on')
  @Public(why)
  async askWho(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, ({ view, place }) => passOnPage(view, place));
  }

  @Post('pass-on')
  @HttpCode(200)
  @Public(why)
  async giveOn(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: formFields }) fields: SigningFields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, reply, async ({ actor, view, place }) => {
      await this.limits.take(`contract-pass-on:${actor.linkId}`, 5, 60 * minutes);
      const given = recipientOf(fields, place.locale);
      if ('faults' in given) {
        void reply.status(422);
        return passOnPage(view, place, fields, given.faults);
      }
      await this.keep.passOnAsHolder(actor, given);
      return passedOnPage(view, place.locale, given);
    });
  }

  /** Opens the link, answers with the page, or says why there is none. */
  private async visit(
    key: string,
    asked: Asked,
    reply: FastifyReply,
    answer: (visit: Visit) => Promise<string | { to: string }> | string | { to: string },
  ): Promise<void> {
    const base = `/l/${contractLink}/${key}`;
    void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
    let locale = pageLocale(asked.locale);
    try {
      const actor = await this.links.open(contractLink, key);
      locale = pageLocale(asked.locale, actor.locale);
      const view = await this.show.run(actor);
      const answered = await answer({ actor, view, place: { locale, base } });
      if (typeof answered === 'string') await reply.type('text/html; charset=utf-8').send(answered);
      else await reply.status(303).header('location', answered.to).send();
    } catch (error) {
      const refusal = refusalOf(error, locale, base);
      if (refusal === null) throw error;
      await reply.status(refusal.status).type('text/html; charset=utf-8').send(refusal.text);
    }
  }
}

/** Failures that are mended on the page they came from; null for those that end the way. */
function faultsOf(error: unknown, locale: Locale): FieldFault[] | null {
  if (!(error instanceof DomainError) || error.field === undefined) return null;
  return [{ field: error.field, message: messageOf(error.code as ErrorCode, error.params, locale) }];
}

type Given = { name: string; email: string; locale: Locale } | { faults: FieldFault[] };

function recipientOf(fields: SigningFields, locale: Locale): Given {
  const name = (fields['name'] ?? '').replace(/\s+/g, ' ').trim();
  const email = normaliseEmail(fields['email'] ?? '');
  const faults: FieldFault[] = [];
  if (name === '' || name.length > 120) {
    faults.push({ field: 'name', message: messageOf('partner-contracts/name-missing', {}, locale) });
  }
  if (email === null) faults.push({ field: 'email', message: messageOf('delivery/bad-address', {}, locale) });
  if (email === null || faults.length > 0) return { faults };
  return { name, email, locale: fields['language'] === 'en' ? 'en' : 'da' };
}

/** Enough of an address to know it again: `ka…@virksomhed.dk`. The link may have been passed around. */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, at))}…${email.slice(at)}`;
}
