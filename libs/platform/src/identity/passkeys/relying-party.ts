import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Addresses } from '../addresses.js';

/** For whom passkeys are made: a name, never a number (WebAuthn level 3, 5.1.2: "a valid domain string"). */
export interface Party {
  /** The host name passkeys belong to; changing it later makes them all useless. */
  readonly id: string;
  /** The only origin from which they are accepted. */
  readonly origin: string;
}

/** Where passkeys of an address belong; undefined when its host is a number. This machine's number has the name localhost. */
export function partyOf(base: string): Party | undefined {
  const url = new URL(base);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === '127.0.0.1' || host === '::1') url.hostname = 'localhost';
  else if (isIP(host) !== 0) return undefined;
  return { id: url.hostname, origin: url.origin };
}

/** The installation as passkeys know it. */
@Injectable()
export class RelyingParty {
  constructor(private readonly addresses: Addresses) {}

  /** Can there be passkeys at the installation's address? */
  get isPossible(): boolean {
    return partyOf(this.addresses.base) !== undefined;
  }

  /** @throws DomainError identity/passkeys-impossible */
  get party(): Party {
    const party = partyOf(this.addresses.base);
    if (party === undefined) throw new DomainError<ErrorCode>('identity/passkeys-impossible');
    return party;
  }
}
