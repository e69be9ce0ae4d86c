import type { KeyRing } from '../secrets/key-ring.js';
import type { SealedColumn } from '../secrets/sealed-columns.js';
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
  return JSON.parse(openBytes(keyRing, deliveryId, sealed).toString('utf8')) as MailContent;
}

/** The column in which contents wait, for a change of keys. */
export const deliveryContent: SealedColumn = {
  table: 'delivery',
  id: 'id',
  column: 'content',
  context: (row) => contentContext(String(row['id'])),
  open: (keyRing, sealed, row) => openBytes(keyRing, String(row['id']), sealed),
};

function openBytes(keyRing: KeyRing, deliveryId: string, sealed: Buffer): Buffer {
  const id = keyRing.keyIdOf(sealed);
  return id !== undefined && keyRing.keyIds.includes(id)
    ? keyRing.open(sealed, contentContext(deliveryId))
    : openOlder(keyRing, deliveryId, sealed);
}

/** Mails of version 0.1 waited under a key without a name; others may name a key that has just come. */
function openOlder(keyRing: KeyRing, deliveryId: string, sealed: Buffer): Buffer {
  try {
    return keyRing.openUnnamed(sealed, deliveryId);
  } catch {
    return keyRing.open(sealed, contentContext(deliveryId));
  }
}
