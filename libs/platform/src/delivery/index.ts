/** Mail: queued in the causing transaction, sent after its commit, with its true state. */
export { type CheckedDelivery, type DeliveryCheck, DeliveryChecks, type Verdict } from './delivery-checks.js';
export { Deliveries } from './deliveries.query.js';
export { DELIVERY_SETTINGS, type DeliverySettings, deliveryTimes, readSender } from './delivery-settings.js';
export { DeliveryProcessor } from './delivery.processor.js';
export { ClaimDelivery } from './claim-delivery.js';
export { SettleDelivery } from './settle-delivery.js';
export type { MailContent, MailItem, MailRecipient, MailTemplate } from './mail-content.js';
export { Mailer, type MailRequest } from './mailer.js';
