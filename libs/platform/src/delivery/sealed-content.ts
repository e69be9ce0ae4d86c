import type { KeyRing } from '../secrets/key-ring.js';
import type { MailContent } from './mail-content.js';

/** Where a mail's content lies, bound to the ciphertext: one row's content cannot stand in for another's. */
export function contentContext(deliveryId: string): string {
  return `delivery.content:${deliveryId}`;
}

/** Encrypts what a mail says, for rest in the database until it is sent: mails carry links that open doors. */
export function sealContent(keyRing: KeyRing, deliveryId: string, content: MailContent): Buffer {
  return keyRing.seal(JSON.stringify(content), contentContext(deliveryId));
}

/** Opens what `sealContent` closed; throws when no key of the ring fits or the bytes were changed. */
export function openContent(keyRing: KeyRing, deliveryId: string, sealed: Buffer): MailContent {
  const id = keyRing.keyIdOf(sealed);
  const opened =
    id !== undefined && keyRing.keyIds.includes(id)
      ? keyRing.open(sealed, contentContext(deliveryId))
      : openOlder(keyRing, deliveryId, sealed);
  return JSON.parse(opened.toString('utf8')) as MailContent;
}

/** Mails of version 0.1 waited under a key without a name; others may name a key that has just come. */
function openOlder(keyRing: KeyRing, deliveryId: string, sealed: Buffer): Buffer {
  try {
    return keyRing.openUnnamed(sealed, deliveryId);
  } catch {
    return keyRing.open(sealed, contentContext(deliveryId));
  }
}
