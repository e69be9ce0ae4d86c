import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerEnquiry } from '#libs/api-schema';
import { type LinkActor, type LinkPlace, type LinkVisit, LinkVisits, Public } from '#libs/platform';
import { AnswerEnquiry } from '../application/answer-enquiry.js';
import { EnquiryPageView } from '../application/enquiry-page-view.query.js';
import { enquiryLinks } from '../application/enquiry-standings.js';
import { answerPage } from './enquiry-answer.page.js';
import type { FormState } from './enquiry-ask.page.js';
import { fieldsOf, readForm, refusedForm, statusOf } from './enquiry-form.js';
import { withdrawalPage } from './enquiry-withdrawal.page.js';

const why = 'whoever holds the link may see and answer this one enquiry';
const noForm: FormState = { values: {}, errors: [] };

/** Where an enquiry is answered: by whom it was sent to, and by whoever is asked to take over. */
const answering = [enquiryLinks.answer, enquiryLinks.handOn].map((purpose) => `${purpose}/:token`);
const withdrawing = `${enquiryLinks.withdrawal}/:token`;

/** Pages behind links in mails: answer, take over, withdraw. Looking changes nothing; only a sent form does. */
@ApiExcludeController()
@Controller('l')
export class EnquiryPagesController {
  constructor(
    private readonly visits: LinkVisits,
    private readonly view: EnquiryPageView,
    private readonly answers: AnswerEnquiry,
  ) {}

  @Get(answering)
  @Public(why)
  show(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.visits.answer(visitOf(token, locale, request, reply), (link, place) =>
      this.draw(link, place, noForm),
    );
  }

  @Post(answering)
  @HttpCode(200)
  @Public(why)
  answer(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.visits.answer(visitOf(token, locale, request, reply), async (link, place) => {
      const values = fieldsOf(body);
      try {
        await this.answers.answer(link, null, readForm(answerEnquiry, values));
        return anew(request);
      } catch (error) {
        const refused = refusedForm(error, values, place.locale);
        void reply.status(statusOf(error, place.locale));
        return this.draw(link, place, refused);
      }
    });
  }

  @Get(withdrawing)
  @Public(why)
  showWithdrawal(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.visits.answer(visitOf(token, locale, request, reply), async (link, place) => {
      const { allianceName, enquiry } = await this.view.run(link, place.locale);
      return withdrawalPage(place.locale, allianceName, enquiry);
    });
  }

  @Post(withdrawing)
  @HttpCode(200)
  @Public(why)
  withdraw(
    @Param('token') token: string,
    @Query('locale') locale: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.visits.answer(visitOf(token, locale, request, reply), async (link) => {
      await this.answers.withdraw(link, null);
      return anew(request);
    });
  }

  private async draw(link: LinkActor, { locale, base }: LinkPlace, form: FormState): Promise<string> {
    const view = await this.view.run(link, locale);
    return answerPage({ ...view, locale, form, base, reader: { name: link.name, email: link.email } });
  }
}

/** What the link is for stands in its address, before the token. */
function visitOf(token: string, locale: unknown, request: FastifyRequest, reply: FastifyReply): LinkVisit {
  const [purpose = ''] = request.url.split('/').slice(2);
  return { purpose, token, locale, request, reply };
}

/** After a sent form the browser asks for the page anew, so that reloading sends nothing twice. */
function anew({ url }: FastifyRequest): { to: string } {
  return { to: url };
}
