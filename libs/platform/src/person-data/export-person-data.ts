import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { personDataExport } from '#libs/api-schema';
import { Access, notFound } from '../access/access.js';
import { logPersonAccess } from '../access/access-log.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { INSTALLATION, type PersonActor, systemActor } from '../tenancy/actor.js';
import { AccessLog } from './access-log.query.js';
import { AllianceIds } from './alliance-ids.js';
import { AllianceNames } from './alliance-names.js';
import { type ExportFormat, FilesToHandOut, type HandedOutFile } from './files-to-hand-out.js';
import { PersonCircle } from './person-circle.js';
import { type KnownOfPerson, PersonDataSources, type PersonSubject } from './person-data-source.js';
import { PersonSubjects } from './person-subjects.js';
import { rightsOfPerson } from './person-rights.js';

/** Everything kept about a person, with why, for whom, for how long, and who has seen it. */
export type PersonDataExport = z.output<typeof personDataExport>;
type Place = PersonDataExport['places'][number];
/** What is handed out: everything in words, and the files that are named there. */
export interface HandedOut {
  readonly data: PersonDataExport;
  readonly files: readonly HandedOutFile[];
}

const mostSeen = 10_000;

/** Hands out what is kept about a person (GDPR art. 15 and 20); handing out is logged like every other reading. */
@Injectable()
export class ExportPersonData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly keepers: PersonSubjects,
    private readonly sources: PersonDataSources,
    private readonly circle: PersonCircle,
    private readonly accessLog: AccessLog,
    private readonly alliances: AllianceIds,
    private readonly names: AllianceNames,
  ) {}

  /** Somebody an alliance keeps. @throws DomainError platform/not-found | platform/forbidden */
  of(actor: PersonActor, subject: PersonSubject, format: ExportFormat): Promise<HandedOut> {
    return this.unitOfWork.actAs(actor, async (tx) => {
      const keeper = this.keepers.of(subject.kind);
      const found = await keeper?.find(tx, subject.id);
      if (keeper === undefined || found === undefined) throw notFound();
      this.access.authorize(actor, keeper.actions?.see ?? 'read', keeper.policySubject, found.row);
      const known = await this.circle.of(tx, subject);
      const files = new FilesToHandOut(format);
      const place = await this.place(tx, known, files);
      await this.note(tx, subject, known, format);
      return { data: this.answer(tx, subject, found.name, [place]), files: files.all() };
    });
  }

  /**
   * Somebody's own account, wherever it left something: in all alliances and the installation.
   * @param by who asks; absent = the operator at the terminal
   */
  async ofAccount(
    personId: string,
    format: ExportFormat,
    by?: { readonly personId: string },
  ): Promise<HandedOut> {
    const subject: PersonSubject = { kind: 'person', id: personId };
    const { person, emails } = await this.unitOfWork.readAs(reader(INSTALLATION), async (tx) => ({
      person: await this.account(tx, personId),
      emails: (await this.circle.of(tx, subject)).emails,
    }));
    const places: Place[] = [];
    const files = new FilesToHandOut(format);
    for (const allianceId of [INSTALLATION, ...(await this.alliances.all())]) {
      const place = await this.unitOfWork.actAs(reader(allianceId), async (tx) => {
        const known = await this.circle.of(tx, subject, emails);
        const found = await this.place(tx, known, files);
        if (found.sections.length > 0) await this.note(tx, subject, known, format, by);
        return found;
      });
      if (place.sections.length > 0) places.push(place);
    }
    const data = await this.unitOfWork.readAs(reader(INSTALLATION), (tx) =>
      Promise.resolve(this.answer(tx, subject, person, places)),
    );
    return { data, files: files.all() };
  }

  private async place(tx: Transaction, known: KnownOfPerson, toHandOut: FilesToHandOut): Promise<Place> {
    const sections: Place['sections'] = [];
    for (const source of this.sources.all())
      for (const subject of known.subjects)
        for (const { files = [], rows, ...section } of await source.collect(tx, subject, known))
          sections.push({ ...section, rows: [...rows], files: files.map((file) => toHandOut.add(tx, file)) });
    const seen = await this.accessLog.read(tx, known.subjects, mostSeen);
    const alliance = tx.allianceId === INSTALLATION ? null : await this.names.of(tx);
    return { alliance, sections, accessLog: seen.items };
  }

  private async note(
    tx: Transaction,
    subject: PersonSubject,
    known: KnownOfPerson,
    format: ExportFormat,
    by?: { readonly personId: string },
  ): Promise<void> {
    for (const { kind, id } of known.subjects) await logPersonAccess(tx, { kind, ids: [id] }, 'export', by);
    await tx.append('person-data.exported', subject, { kind: subject.kind, format });
  }

  private answer(tx: Transaction, subject: PersonSubject, name: string, places: Place[]): PersonDataExport {
    return {
      format: 'rygrad/person-data@1',
      createdAt: tx.now().toISOString(),
      subject: { ...subject, name },
      places,
      rights: rightsOfPerson,
    };
  }

  private async account(tx: Transaction, personId: string): Promise<string> {
    const [row] = await tx.query<{ name: string }>(
      'select name from person where id = $1 and erased_at is null',
      [personId],
    );
    if (row === undefined) throw notFound();
    return row.name;
  }
}

function reader(allianceId: string): ReturnType<typeof systemActor> {
  return systemActor(allianceId, 'hand out a person’s own data');
}
