import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ErrorCode, type Locale, locales } from '#libs/api-schema';
import { DomainError, normaliseEmail } from '#libs/kernel';
import {
  KeepLinks,
  type LinkActor,
  type LinkAnswer,
  LinkVisits,
  maskedEmail,
  messageOf,
  Public,
  RateLimits,
} from '#libs/platform';
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
    private readonly visits: LinkVisits,
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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, ({ view, place }) => welcomePage(view, place));
  }

  @Get('read')
  @Public(why)
  async read(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, ({ actor, view, place }) =>
      readPage(view, place, maskedEmail(actor.email), fieldsOf(view)),
    );
  }

  @Post('read')
  @HttpCode(200)
  @Public(why)
  async fillIn(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: formFields }) fields: SigningFields,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, async ({ actor, view, place }) => {
      await this.limits.take(`contract-fill-in:${actor.linkId}`, 20, 10 * minutes);
      try {
        const form = readSigningForm(fields, view.text);
        await this.prepare.run(actor, { ...form, locale: place.locale });
      } catch (error) {
        const faults = faultsOf(error, place.locale);
        if (faults === null) throw error;
        void reply.status(422);
        return readPage(view, place, maskedEmail(actor.email), fields, faults);
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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, ({ actor, view, place }) =>
      view.signing === null
        ? { to: `${place.base}/read?locale=${place.locale}` }
        : confirmPage(view, place, maskedEmail(actor.email), { codeSent: asked.sent === '1' }),
    );
  }

  @Post('code')
  @HttpCode(200)
  @Public(why)
  async anotherCode(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, async ({ actor, place }) => {
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
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, async ({ actor, view, place }) => {
      await this.limits.take(`contract-confirm:${actor.linkId}`, 20, 10 * minutes);
      try {
        await this.sign.run(actor, { code: digitsOf(fields['code']), textHash: fields['textHash'] ?? '' });
      } catch (error) {
        const faults = faultsOf(error, place.locale);
        if (faults === null) throw error;
        void reply.status(422);
        return confirmPage(view, place, maskedEmail(actor.email), { faults });
      }
      return donePage(view, place.locale, maskedEmail(actor.email));
    });
  }

  @Get('pass-on')
  @Public(why)
  async askWho(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, ({ view, place }) => passOnPage(view, place));
  }

  @Post('pass-on')
  @HttpCode(200)
  @Public(why)
  async giveOn(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: formFields }) fields: SigningFields,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.visit(key, asked, { request, reply }, async ({ actor, view, place }) => {
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

  private visit(
    token: string,
    { locale }: Asked,
    http: { request: FastifyRequest; reply: FastifyReply },
    work: (visit: Visit) => Promise<LinkAnswer> | LinkAnswer,
  ): Promise<void> {
    return this.visits.answer(
      { purpose: contractLink, token, locale, ...http, refusal: refusalOf },
      async (actor, place) => work({ actor, view: await this.show.run(actor), place }),
    );
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
