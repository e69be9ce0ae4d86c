import type { Provider, Type } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { KeyRing } from '../secrets/key-ring.js';
import { ClaimDelivery } from './claim-delivery.js';
import { Deliveries } from './deliveries.query.js';
import { DeliveryChecks } from './delivery-checks.js';
import { DELIVERY_SETTINGS, type DeliverySettings, deliveryTimes, readSender } from './delivery-settings.js';
import { DeliveryController } from './delivery.controller.js';
import { DeliveryProcessor } from './delivery.processor.js';
import { Mailer } from './mailer.js';
import { SettleDelivery } from './settle-delivery.js';

const settings: Provider = {
  provide: DELIVERY_SETTINGS,
  inject: [CONFIG, KeyRing],
  useFactory: (config: Config, keyRing: KeyRing): DeliverySettings => ({
    from: readSender(config.MAIL_FROM),
    keyRing,
    ...deliveryTimes,
    ...(config.SMTP_URL === undefined ? {} : { smtpUrl: config.SMTP_URL }),
  }),
};

/** What delivery brings into the platform module. */
export const deliveryProviders: Provider[] = [
  settings,
  Mailer,
  Deliveries,
  DeliveryChecks,
  ClaimDelivery,
  SettleDelivery,
  DeliveryProcessor,
];

/** The endpoints of delivery. */
export const deliveryControllers: Type[] = [DeliveryController];
