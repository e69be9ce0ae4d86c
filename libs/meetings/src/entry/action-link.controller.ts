import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { locales, tellOfAction } from '#libs/api-schema';
import {
  failureOf,
  InputError,
  type LinkActor,
  type LinkPlace,
  linkRefusal,
  Links,
  localeOf,
  pageLocale,
  Public,
  RateLimits,
} from '#libs/platform';
import { actionLink } from '../application/hand-over-action.js';
import { ShowAction } from '../application/show-action.query.js';
import { TellOfAction } from '../application/tell-of-action.js';
import { actionDonePage, actionPage } from './action-link.page.js';
import { actionTexts } from './action-link.texts.js';

const why = 'whoever holds the link may see and report on this one action';
const token = z.string().max(300);
const query = z.object({
  locale: z.enum(locales).optional().catch(undefined),
  saved: z.literal('1').optional().catch(undefined),
});
const fields = z.record(z.string().max(40), z.string().max(5000));
const minute = 60_000;

type Asked = z.infer<typeof query>;
type Fields = z.infer<typeof fields>;

/** What the page answers: its text, where to go instead, or what to mend. */
type Answered = string | { readonly to: string };

/** The page behind an action's link: plain HTML; looking changes nothing, only a sent form does. */
@ApiExcludeController()
@Controller(`l/${actionLink}/:token`)
export class ActionLinkController {
  constructor(
    private readonly links: Links,
    private readonly limits: RateLimits,
    private readonly show: ShowAction,
    private readonly tell: TellOfAction,
  ) {}

  @Get()
  @Public(why)
  look(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.behind(key, asked, request, reply, async (place) => {
      const actor = await this.links.open(actionLink, key);
      const view = await this.show.behindLink(actor);
      return actionPage(view, spokenTo(actor, asked, place), { isSaved: asked.saved === '1' });
    });
  }

  @Post()
  @HttpCode(200)
  @Public(why)
  report(
    @Param('token', { schema: token }) key: string,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: fields }) given: Fields,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.behind(key, asked, request, reply, async (found) => {
      const actor = await this.links.open(actionLink, key);
      const place = spokenTo(actor, asked, found);
      await this.limits.take(`action-link:${actor.linkId}`, 30, 60 * minute);
      const told = tellOfAction.safeParse(
        { do: given['do'], note: given['note'] ?? '' },
        { reportInput: true },
      );
      if (!told.success) {
        void reply.status(422);
        const failure = failureOf(new InputError(told.error.issues), place.locale);
        const isEmpty = (given['note'] ?? '').trim() === '';
        const error = isEmpty
          ? actionTexts[place.locale].noteMissing
          : failure?.errors?.find(({ field }) => field === 'note')?.message;
        return actionPage(await this.show.behindLink(actor), place, { note: given['note'], error });
      }
      await this.tell.run(actor, told.data);
      if (told.data.do === 'note') return { to: `${place.base}?locale=${place.locale}&saved=1` };
      return actionDonePage(await this.show.behindLink(actor), place.locale);
    });
  }

  private async behind(
    key: string,
    asked: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (place: LinkPlace) => Promise<Answered>,
  ): Promise<void> {
    void reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
    const place = { locale: pageLocale(asked.locale, localeOf(request)), base: `/l/${actionLink}/${key}` };
    try {
      await this.limits.take(`link:${request.ip}`, 120, minute);
      const answered = await work(place);
      if (typeof answered === 'string') await reply.type('text/html; charset=utf-8').send(answered);
      else await reply.status(303).header('location', answered.to).send();
    } catch (error) {
      const refusal = linkRefusal(error, place);
      await reply.status(refusal.status).type('text/html; charset=utf-8').send(refusal.text);
    }
  }
}

/** The language asked for, else that of whom the link was sent to. */
function spokenTo(actor: LinkActor, asked: Asked, { base }: LinkPlace): LinkPlace {
  return { base, locale: pageLocale(asked.locale, actor.locale) };
}
