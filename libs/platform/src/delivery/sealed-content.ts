import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MailContent } from './mail-content.js';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts what a mail says, for rest in the database until it is sent: mails carry links that open doors.
 * @param key 32 bytes, the installation's own
 * @param deliveryId bound to the ciphertext, so that one row's content cannot stand in for another's
 */
export function sealContent(key: Buffer, deliveryId: string, content: MailContent): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(deliveryId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `sealContent` closed; throws when the key is another one or the bytes were changed. */
export function openContent(key: Buffer, deliveryId: string, sealed: Buffer): MailContent {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(deliveryId));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const opened = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return JSON.parse(opened.toString('utf8')) as MailContent;
}
