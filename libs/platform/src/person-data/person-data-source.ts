import { Injectable } from '@nestjs/common';
import type { InBothLanguages, PersonSubjectKind } from '#libs/api-schema';
import type { Transaction } from '../database/transaction.js';

/** Whose data it is. */
export interface PersonSubject {
  readonly kind: PersonSubjectKind;
  readonly id: string;
}

/** One thing known about a person. */
export interface PersonDataRow {
  /** Its name for machines, stable, e.g. `first_name`. */
  readonly key: string;
  readonly label: InBothLanguages;
  readonly value: string | number | boolean | null;
  /** Since or at when, ISO 8601. */
  readonly at?: string;
}

/** A stored file that belongs to a record; its bytes are handed out with it. */
export interface PersonDataFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** One record about a person (one participant, one destination, one consent …) and why it is kept (GDPR art. 15). */
export interface PersonDataSection {
  /** Its kind for machines, stable, e.g. `destination`; several records have the same. */
  readonly key: string;
  readonly title: InBothLanguages;
  readonly rows: readonly PersonDataRow[];
  /** Files of which all may be seen by the person; one that says things of others stays out. */
  readonly files?: readonly PersonDataFile[];
  readonly purpose?: InBothLanguages;
  /** Who else is shown it. */
  readonly recipients?: InBothLanguages;
  /** How long it is kept. */
  readonly retention?: InBothLanguages;
  /** Where it came from. */
  readonly source?: InBothLanguages;
}

/** Rows of a table that erasure removed or emptied. */
export interface ErasedRows {
  readonly table: string;
  readonly rows: number;
  /** Said by itself in what goes; else it is counted under the source's own title. */
  readonly title?: InBothLanguages;
}

/** Something that erasure leaves, and by which right. */
export interface KeptOnErasure {
  readonly title: InBothLanguages;
  readonly why: InBothLanguages;
}

/** An address that somebody else has, too: by it the person is reached only where mails and links are made out to them. */
export interface SharedAddress {
  /** How it is made out to them. */
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  /** Ids of what it must be about; null = whatever it is about: nobody who shares the address is called the same. */
  readonly about: readonly string[] | null;
  /** An account has proved it: mails and links only, for what somebody with an account did is theirs. */
  readonly isAccounts: boolean;
}

/** How mails and links to somebody are made out. */
export interface MadeOut {
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  /**
   * Ids of the only things by which the address counts: somebody typed it whom nobody has asked to prove it, and whose
   * it else may be is nobody's to find out. Absent = it counts for everything, as far as nobody else has it.
   */
  readonly about?: readonly string[];
  /** An account has proved the address: see {@link SharedAddress.isAccounts}. */
  readonly isAccounts?: boolean;
}

/** Somebody else who has an address. */
export interface OtherAtAddress {
  /** In small letters. */
  readonly email: string;
  /** How mails to them are made out; null when that is not known or may not count. */
  readonly name: string | null;
}

/** What is known of a person before anything is erased. */
export interface KnownOfPerson {
  /** All mail addresses that are nobody else's, small letters. */
  readonly emails: readonly string[];
  /** Addresses that somebody else has, too, with what is still the person's there. */
  readonly shared: readonly SharedAddress[];
  /** Names under which nothing is the person's by its address alone: see {@link PersonDataSource.apart}. */
  readonly apart: readonly string[];
  /** The subject itself and all that are the same human being. */
  readonly subjects: readonly PersonSubject[];
}

/**
 * What one module keeps about people. A subject of a kind that is none of its business: answer nothing.
 * All methods run in a unit of work of one alliance (or of the installation, its nil id): as the person who asks when
 * data is handed out, as the system when it is erased or an erasure replayed.
 */
export interface PersonDataSource {
  /** `participants.destination`: unique. */
  readonly name: string;
  /** What it holds, in the words of the confirmation page: "Destinationer". */
  readonly title: InBothLanguages;
  /**
   * Names that mails and links bear to people who are reached by what these are about, never by an address: whoever else
   * has the address reaches nothing made out so, whether or not there is such a person.
   */
  readonly apart?: readonly string[];
  /** Other subjects that are the same human being. */
  related?(tx: Transaction, subject: PersonSubject): Promise<PersonSubject[]>;
  /** The subject's mail addresses, for mails and links that know nothing else of it. */
  emails?(tx: Transaction, subject: PersonSubject): Promise<string[]>;
  /** How mails and links to the subject are made out. */
  madeOut?(tx: Transaction, subject: PersonSubject): Promise<MadeOut[]>;
  /** Who else has one of these addresses, besides these subjects; also those whom the actor may not see. */
  others?(
    tx: Transaction,
    emails: readonly string[],
    but: readonly PersonSubject[],
  ): Promise<OtherAtAddress[]>;
  /** Everything kept about the subject, in the order in which it is read. */
  collect(tx: Transaction, subject: PersonSubject, known: KnownOfPerson): Promise<PersonDataSection[]>;
  /** Removes or empties it. Must do no harm when it is done already: erasures are replayed after a restore. */
  erase(tx: Transaction, subject: PersonSubject, known: KnownOfPerson): Promise<ErasedRows[]>;
  /** What stays in spite of erasure, when there is something. */
  keeps?(tx: Transaction, subject: PersonSubject, known: KnownOfPerson): Promise<KeptOnErasure[]>;
}

/** Every place where people's data lies. A table with person data that is not reached from here is a defect. */
@Injectable()
export class PersonDataSources {
  private readonly sources: PersonDataSource[] = [];

  /** Adds a source; call when the module is constructed. @throws Error when the name is taken */
  register(source: PersonDataSource): void {
    if (this.sources.some(({ name }) => name === source.name))
      throw new Error(`There is a source ${source.name} already`);
    this.sources.push(source);
  }

  /**
   * All sources: first those of the modules, which say best what they hold, then the platform's, which find the rest by
   * name and address; each in the order in which they were added.
   */
  all(): readonly PersonDataSource[] {
    const isPlatforms = ({ name }: PersonDataSource): boolean => name.startsWith('platform.');
    return [
      ...this.sources.filter((source) => !isPlatforms(source)),
      ...this.sources.filter((source) => isPlatforms(source)),
    ];
  }
}
