import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerEnquiry, errorCatalogue, type Locale } from '#libs/api-schema';
import {
  failureOf,
  type LinkActor,
  Links,
  localeOf,
  linkRefusal,
  pageLocale,
  Public,
  RateLimits,
} from '#libs/platform';
import { AnswerEnquiry } from '../application/answer-enquiry.js';
import { EnquiryPageView } from '../application/enquiry-page-view.query.js';
import { answerPage, failurePage, withdrawalPage } from './enquiry-answer.page.js';
import type { FormState } from './enquiry-ask.page.js';
import { fieldsOf, readForm, refusedForm } from './enquiry-form.js';

const why = 'whoever holds the link may see and answer this one enquiry';
const minute = 60_000;
const noForm: FormState = { values: {}, errors: [] };

/** Pages behind links in mails: answer, take over, withdraw. Looking changes nothing; only a sent form does. */
@ApiExcludeController()
@Controller('l')
export class EnquiryPagesController {
  constructor(
    private readonly links: Links,
    private readonly limits: RateLimits,
    private readonly view: EnquiryPageView,
    private readonly answers: AnswerEnquiry,
  ) {}

  @Get('enquiry/:token')
  @Public(why)
  showAnswer(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.show('enquiry', token, locale, request, reply);
  }

  @Post('enquiry/:token')
  @Public(why)
  answer(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.take('enquiry', token, locale, body, request, reply);
  }

  @Get('hand-on/:token')
  @Public(why)
  showHandOn(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.show('hand-on', token, locale, request, reply);
  }

  @Post('hand-on/:token')
  @Public(why)
  answerHandOn(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.take('hand-on', token, locale, body, request, reply);
  }

  @Get('enquiry-withdrawal/:token')
  @Public(why)
  showWithdrawal(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.behind('enquiry-withdrawal', token, locale, request, reply, async (link, at) => {
      const { allianceName, enquiry } = await this.view.run(link, at);
      return withdrawalPage(at, allianceName, enquiry);
    });
  }

  @Post('enquiry-withdrawal/:token')
  @Public(why)
  withdraw(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.behind('enquiry-withdrawal', token, locale, request, reply, async (link) => {
      await this.answers.withdraw(link, null);
      return this.back(request, reply);
    });
  }

  private show(
    purpose: string,
    token: string,
    locale: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    return this.behind(purpose, token, locale, request, reply, (link, at) =>
      this.draw(link, `/l/${purpose}/${token}`, at, noForm),
    );
  }

  private take(
    purpose: string,
    token: string,
    locale: unknown,
    body: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    return this.behind(purpose, token, locale, request, reply, async (link, at) => {
      const values = fieldsOf(body);
      try {
        await this.answers.answer(link, null, readForm(answerEnquiry, values));
        return this.back(request, reply);
      } catch (error) {
        const refused = refusedForm(error, values, at);
        void reply.status(statusOf(error, at));
        return this.draw(link, `/l/${purpose}/${token}`, at, refused);
      }
    });
  }

  private async draw(link: LinkActor, base: string, locale: Locale, form: FormState): Promise<string> {
    const view = await this.view.run(link, locale);
    return answerPage({ ...view, locale, form, base, reader: { name: link.name, email: link.email } });
  }

  /** After a sent form the browser asks for the page anew, so that reloading sends nothing twice. */
  private back(request: FastifyRequest, reply: FastifyReply): string {
    void reply.status(303).header('location', request.url);
    return '';
  }

  private async behind(
    purpose: string,
    token: string,
    asked: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (link: LinkActor, locale: Locale) => Promise<string>,
  ): Promise<string> {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    const base = `/l/${purpose}/${token}`;
    let locale = pageLocale(asked, localeOf(request));
    try {
      await this.limits.take(`enquiry-link:${request.ip}`, 120, minute);
      const link = await this.links.open(purpose, token);
      locale = pageLocale(asked, link.locale);
      return await work(link, locale);
    } catch (error) {
      const refusal = linkRefusal(error, { locale, base });
      void reply.status(refusal.status);
      return refusal.text;
    }
  }
}

/** The status an expected failure has over HTTP. */
export function statusOf(error: unknown, locale: Locale): number {
  const failure = failureOf(error, locale);
  return failure === undefined ? 500 : errorCatalogue[failure.code].status;
}

/** A page for an expected failure; unexpected ones are thrown on. */
export function failed(error: unknown, locale: Locale, reply: FastifyReply): string {
  const { message } = refusedForm(error, {}, locale);
  void reply.status(statusOf(error, locale));
  return failurePage(locale, message);
}
