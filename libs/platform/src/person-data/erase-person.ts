import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { erasureDone, erasurePreview, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, notFound } from '../access/access.js';
import { logPersonAccess } from '../access/access-log.js';
import type { Transaction } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Roles } from '../identity/role-source.js';
import { JobRegistry } from '../jobs/job-registry.js';
import { LOGGER } from '../observability/logger.js';
import { INSTALLATION, type PersonActor, systemActor } from '../tenancy/actor.js';
import { CarryOutErasure } from './carry-out-erasure.js';
import { EraseBySources } from './erase-by-sources.js';
import { Erasures } from './erasures.js';
import type { PersonSubject } from './person-data-source.js';
import { PersonSubjects } from './person-subjects.js';
import { tryOut } from './try-out.js';

/** The queue of erasures that were asked for; the one who asks does not wait for it, a crash does not stop it. */
export const erasureQueue = 'person-data.erase';

/** Erases somebody because it was asked for (GDPR art. 17). */
@Injectable()
export class ErasePerson implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly keepers: PersonSubjects,
    private readonly bySources: EraseBySources,
    private readonly erasures: Erasures,
    private readonly carryOut: CarryOutErasure,
    private readonly registry: JobRegistry,
    private readonly roles: Roles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.registry.handle(erasureQueue, ({ allianceId, erasureId }) =>
      this.carryOut.run(String(allianceId), String(erasureId)),
    );
  }

  /** What would go and what would stay, for whoever may erase it: found by doing it and undoing it. */
  async preview(actor: PersonActor, subject: PersonSubject): Promise<z.output<typeof erasurePreview>> {
    const name = await this.unitOfWork.actAs(actor, async (tx) => {
      const found = await this.authorized(tx, actor, subject);
      await logPersonAccess(tx, { kind: subject.kind, ids: [subject.id] }, 'erasure-preview');
      return found;
    });
    const erased = await tryOut(this.unitOfWork, systemActor(actor.allianceId, 'preview an erasure'), (tx) =>
      this.bySources.run(tx, subject),
    );
    return { name, goes: [...erased.parts], stays: [...erased.stays] };
  }

  /** What would go and stay of an account, in all alliances together. */
  async previewAccount(personId: string): Promise<z.output<typeof erasurePreview>> {
    const subject: PersonSubject = { kind: 'person', id: personId };
    const system = systemActor(INSTALLATION, 'preview an erasure');
    const name = await this.unitOfWork.readAs(system, (tx) => this.nameOf(tx, subject));
    const all = await this.carryOut.tryAccount(personId);
    const rows = new Map<string, z.output<typeof erasurePreview>['goes'][number]>();
    for (const part of all.flatMap(({ parts }) => parts))
      rows.set(part.title.en, { ...part, rows: part.rows + (rows.get(part.title.en)?.rows ?? 0) });
    const stays = new Map(all.flatMap((each) => each.stays).map((kept) => [kept.title.en, kept]));
    return { name, goes: [...rows.values()], stays: [...stays.values()] };
  }

  /**
   * Erases somebody: noted together with a job, so that it is done even if this process ends now, and done at once.
   * @throws DomainError platform/not-found | platform/forbidden | person-data/last-administrator |
   * alliances/last-of-secretariat
   */
  async ask(actor: PersonActor, subject: PersonSubject): Promise<z.output<typeof erasureDone>> {
    if (subject.kind === 'person' && subject.id === actor.personId)
      await this.refuseLeavingNobody(actor.personId);
    const { id } = await this.unitOfWork.actAs(actor, async (tx) => {
      if (subject.kind === 'person') await this.layDownAdministration(tx, subject.id);
      await this.authorized(tx, actor, subject);
      const erasure = await this.erasures.note(tx, subject, { reason: 'asked', askedBy: actor.personId });
      await logPersonAccess(tx, { kind: subject.kind, ids: [subject.id] }, 'erasure');
      await tx.append('person-data.erasure-asked', subject, { kind: subject.kind });
      await tx.enqueue({
        queue: erasureQueue,
        key: erasure.id,
        payload: { allianceId: tx.allianceId, erasureId: erasure.id },
      });
      return erasure;
    });
    try {
      await this.carryOut.run(actor.allianceId, id);
      return { id, done: true };
    } catch (error) {
      this.logger.error({ err: error, erasureId: id }, 'an erasure failed; its job tries again');
      return { id, done: false };
    }
  }

  private async authorized(tx: Transaction, actor: PersonActor, subject: PersonSubject): Promise<string> {
    if (subject.kind === 'person') return this.nameOf(tx, subject);
    const keeper = this.keepers.of(subject.kind);
    const found = await keeper?.find(tx, subject.id);
    if (keeper === undefined || found === undefined) throw notFound();
    this.access.authorize(actor, keeper.actions?.erase ?? 'delete', keeper.policySubject, found.row);
    return found.name;
  }

  private async nameOf(tx: Transaction, subject: PersonSubject): Promise<string> {
    const [row] = await tx.query<{ name: string }>(
      'select name from person where id = $1 and erased_at is null',
      [subject.id],
    );
    if (row === undefined) throw notFound();
    return row.name;
  }

  /** Whoever runs an alliance alone appoints somebody first. An administrator who is asked may erase them nevertheless. */
  private async refuseLeavingNobody(personId: string): Promise<void> {
    const roles = await this.roles.of(personId);
    for (const { allianceId } of roles.filter(({ role }) => role === 'secretariat')) {
      const others = await this.unitOfWork.readAs(systemActor(allianceId, 'erase a person'), (tx) =>
        tx.query(
          `select 1 from alliances_member where alliance_id = $1 and role = 'secretariat' and person_id <> $2 limit 1`,
          [allianceId, personId],
        ),
      );
      if (others.length === 0) throw new DomainError<ErrorCode>('alliances/last-of-secretariat');
    }
  }

  private async layDownAdministration(tx: Transaction, personId: string): Promise<void> {
    // All administrators, in one order: of two who erase themselves at once, the second sees that the first has gone.
    await tx.query('select id from person where is_admin or id = $1 order by id for update', [personId]);
    const [row] = await tx.query<{ last: boolean }>(
      `select is_admin and not exists (select from person o where o.is_admin and o.id <> p.id
         and o.deactivated_at is null and o.erased_at is null) as last from person p where id = $1`,
      [personId],
    );
    if (row?.last === true) throw new DomainError<ErrorCode>('person-data/last-administrator');
    await tx.query('update person set is_admin = false where id = $1 and is_admin', [personId]);
  }
}
