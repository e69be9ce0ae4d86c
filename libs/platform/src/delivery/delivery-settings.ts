import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KeyRing } from '../secrets/key-ring.js';

/** What delivery needs to know of the installation. */
export interface DeliverySettings {
  /** Mail server; absent = mails are read on screen. */
  readonly smtpUrl?: string;
  /** Sender of all mails. */
  readonly from: { readonly name: string; readonly email: string };
  /** Closes what mails say while they wait. */
  readonly keyRing: KeyRing;
  /** Bound on one whole send, in milliseconds. */
  readonly boundMs: number;
  /** After this long in `sending` a mail is uncertain, in milliseconds; well above `boundMs`. */
  readonly leaseMs: number;
}

/** Injection token of {@link DeliverySettings}. */
export const DELIVERY_SETTINGS = Symbol('DELIVERY_SETTINGS');

/** Bound and lease of an installation that does not say otherwise. */
export const deliveryTimes = { boundMs: 60_000, leaseMs: 180_000 } as const;

/** `Rygrad <rygrad@example.org>` or a bare address. @throws Error when it is neither */
export function readSender(text: string): { name: string; email: string } {
  const match = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))\s*$/.exec(text);
  const email = match?.[2] ?? match?.[3];
  if (email === undefined)
    throw new Error(`MAIL_FROM: found ${JSON.stringify(text)}; write Name <name@example.org>`);
  const name = match?.[1];
  return { name: name === undefined || name === '' ? 'Rygrad' : name, email };
}

/**
 * The layout of all mails as `tools/mail.mjs` compiled it.
 * @throws Error that says how to make it when it is not there
 */
export function readMailLayout(): string {
  const file = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'dist/mail/layout.html');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error('dist/mail/layout.html is missing; make it with: node tools/mail.mjs');
  }
}

/** The folder of package.json at or above `folder`: the sources and the build lie at different depths. */
function projectRoot(folder: string): string {
  try {
    readFileSync(join(folder, 'package.json'));
    return folder;
  } catch {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the delivery module');
    return projectRoot(parent);
  }
}
