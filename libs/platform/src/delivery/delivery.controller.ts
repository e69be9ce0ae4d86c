import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  deliveries,
  deliveriesQuery,
  id,
  outbox,
  resendMail,
  sendTestMail,
  testMail,
  testMailQueued,
} from '#libs/api-schema';
import { newId } from '#libs/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AdminOnly, Allow, Answer, AnswerNothing, CurrentActor, SignedIn } from '../http/decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { Addresses } from '../identity/addresses.js';
import { Roles } from '../identity/role-source.js';
import type { PersonActor } from '../tenancy/actor.js';
import { Deliveries } from './deliveries.query.js';
import { DELIVERY_SETTINGS, type DeliverySettings } from './delivery-settings.js';
import { Mailer } from './mailer.js';
import { mailTest } from './test.mail.js';

const hour = 3_600_000;

/** What became of mails, and the outbox that stands in for a mail server. */
@ApiTags('delivery')
@Controller('api/v1')
export class DeliveryController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deliveries: Deliveries,
    private readonly mailer: Mailer,
    private readonly roles: Roles,
    private readonly limits: RateLimits,
    private readonly addresses: Addresses,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  @Get('alliances/:allianceId/deliveries')
  @Allow('read', 'Delivery')
  @Answer(deliveries)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query({ schema: deliveriesQuery }) query: z.infer<typeof deliveriesQuery>,
  ): Promise<z.infer<typeof deliveries>> {
    return { items: await this.unitOfWork.readAs(actor, (tx) => this.deliveries.list(tx, query)) };
  }

  @Post('alliances/:allianceId/deliveries/:deliveryId/resend')
  @Allow('update', 'Delivery')
  @AnswerNothing()
  resend(
    @CurrentActor() actor: PersonActor,
    @Param('deliveryId', { schema: id }) deliveryId: string,
    @Body({ schema: resendMail }) _nothing: z.infer<typeof resendMail>,
  ): Promise<void> {
    return this.unitOfWork.actAs(actor, (tx) => this.mailer.resend(tx, deliveryId));
  }

  /** Mails of the alliances whose secretariat the person is; administrators see the installation's own. */
  @Get('outbox')
  @SignedIn()
  @Answer(outbox)
  async outbox(@CurrentActor() actor: PersonActor): Promise<z.infer<typeof outbox>> {
    if (this.settings.smtpUrl !== undefined) return { active: false, items: [] };
    const items = [];
    for (const reader of await this.readersOf(actor))
      items.push(...(await this.unitOfWork.readAs(reader, (tx) => this.deliveries.outbox(tx))));
    return { active: true, items: items.sort((a, b) => (a.id < b.id ? 1 : -1)) };
  }

  @Post('mail-test')
  @AdminOnly()
  @Answer(testMailQueued, 201)
  async sendTest(
    @CurrentActor() actor: PersonActor,
    @Body({ schema: sendTestMail }) _nothing: z.infer<typeof sendTestMail>,
  ): Promise<z.infer<typeof testMailQueued>> {
    await this.limits.take(`mail-test:${actor.personId}`, 20, hour);
    const key = newId();
    const deliveryId = await this.unitOfWork.actAs(actor, (tx) =>
      this.mailer.queue(tx, {
        template: mailTest,
        params: { url: this.addresses.base },
        to: { name: actor.name, email: actor.email, locale: actor.locale },
        key: `mail-test:${key}`,
        about: { kind: 'mail-test', id: key },
      }),
    );
    return { deliveryId };
  }

  @Get('mail-test/:deliveryId')
  @AdminOnly()
  @Answer(testMail)
  readTest(
    @CurrentActor() actor: PersonActor,
    @Param('deliveryId', { schema: id }) deliveryId: string,
  ): Promise<z.infer<typeof testMail>> {
    return this.unitOfWork.readAs(actor, (tx) => this.deliveries.test(tx, deliveryId));
  }

  /** The person once for each place whose outbox they may read. */
  private async readersOf(actor: PersonActor): Promise<PersonActor[]> {
    const held = await this.roles.of(actor.personId);
    const alliances = new Set(
      held.filter(({ role }) => role === 'secretariat').map(({ allianceId }) => allianceId),
    );
    const inAlliances = [...alliances].map((allianceId) => ({
      ...actor,
      allianceId,
      roles: held.filter((role) => role.allianceId === allianceId),
    }));
    return actor.isAdmin ? [actor, ...inAlliances] : inAlliances;
  }
}
