import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/transaction.js';
import { type KnownOfPerson, PersonDataSources, type PersonSubject } from './person-data-source.js';
import { partAddresses } from './shared-addresses.js';

const mostSubjects = 1000;

/** Finds everything that is the same human being: a participant, their enquiries, a person and their contact details. */
@Injectable()
export class PersonCircle {
  constructor(private readonly sources: PersonDataSources) {}

  /** The subject, whatever modules know to be the same person, and all their addresses. */
  async of(
    tx: Transaction,
    subject: PersonSubject,
    emailsKnown: readonly string[] = [],
  ): Promise<KnownOfPerson> {
    const found = new Map([[keyOf(subject), subject]]);
    const emails = new Set(emailsKnown.map((email) => email.toLowerCase()));
    const waiting = [subject];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const source of this.sources.all()) {
        for (const email of (await source.emails?.(tx, next)) ?? []) emails.add(email.toLowerCase());
        for (const other of (await source.related?.(tx, next)) ?? []) {
          if (found.has(keyOf(other))) continue;
          if (found.size >= mostSubjects) throw new Error('too many records are said to be one person');
          found.set(keyOf(other), other);
          waiting.push(other);
        }
      }
    }
    const subjects = [...found.values()];
    return { subjects, ...(await partAddresses(tx, this.sources.all(), subjects, [...emails])) };
  }
}

function keyOf({ kind, id }: PersonSubject): string {
  return `${kind}:${id}`;
}
