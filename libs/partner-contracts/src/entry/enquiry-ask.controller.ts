import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askPartner, type Locale } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { localeOf, pageLocale, Public, RateLimits } from '#libs/platform';
import { PublicEnquiryPages } from '../application/public-enquiry-page.query.js';
import { ReceiveEnquiry } from '../application/receive-enquiry.js';
import { askedPage, askPage, failurePage } from './enquiry-ask.page.js';
import { fieldsOf, readForm, refusedForm, statusOf } from './enquiry-form.js';

const why = 'a young person writes to a guarantee partner without an account';
const minute = 60_000;
const day = 24 * 60 * minute;

/** A partner's public page: a young person writes to them. */
@ApiExcludeController()
@Controller('h')
export class EnquiryAskController {
  constructor(
    private readonly pages: PublicEnquiryPages,
    private readonly receiver: ReceiveEnquiry,
    private readonly limits: RateLimits,
  ) {}

  @Get(':allianceSlug/:partnerToken')
  @Public(why)
  async show(
    @Param('allianceSlug') slug: string,
    @Param('partnerToken') token: string,
    @Query('locale') asked: unknown,
    @Query('sent') sent: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const locale = pageLocale(asked, localeOf(request));
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    try {
      await this.limits.take(`enquiry-ask-read:${request.ip}`, 120, minute);
      const partner = await this.pages.find(slug, token);
      if (sent === '1') return askedPage(locale, partner);
      return askPage(locale, partner, { values: { form: newId() }, errors: [] });
    } catch (error) {
      return failed(error, locale, reply);
    }
  }

  @Post(':allianceSlug/:partnerToken')
  @Public(why)
  async ask(
    @Param('allianceSlug') slug: string,
    @Param('partnerToken') token: string,
    @Query('locale') asked: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const locale = pageLocale(asked, localeOf(request));
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    try {
      await this.limits.take(`enquiry-ask-read:${request.ip}`, 120, minute);
      const partner = await this.pages.find(slug, token);
      const values = fieldsOf(body);
      try {
        // Schools and libraries share one address: the limit stops floods, not a class.
        await this.limits.take(`enquiry-ask:${request.ip}`, 40, 60 * minute);
        await this.limits.take(`enquiry-ask-partner:${partner.place.organisationId}`, 200, day);
        const form = readForm(askPartner, values);
        if (form.website === '') await this.receiver.ask(partner.place, form, locale);
        void reply.status(303).header('location', `/h/${slug}/${token}?sent=1&locale=${locale}`);
        return '';
      } catch (error) {
        const refused = refusedForm(error, values, locale);
        void reply.status(statusOf(error, locale));
        return askPage(locale, partner, refused);
      }
    } catch (error) {
      return failed(error, locale, reply);
    }
  }
}

/** A page for an expected failure; unexpected ones are thrown on. */
function failed(error: unknown, locale: Locale, reply: FastifyReply): string {
  const { message } = refusedForm(error, {}, locale);
  void reply.status(statusOf(error, locale));
  return failurePage(locale, message);
}
