import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { GivenAnswer, StoredAgenda, StoredAnswer } from '../application/agenda.repository.js';
import { AgendaRepository } from '../application/agenda.repository.js';

const version = `select id, number, state, content, round, to_char(answer_by, 'YYYY-MM-DD') as "answerBy",
  taken_back_reason as "takenBackReason", adopted_despite as "adoptedDespite", put_out_at as "putOutAt",
  adopted_at as "adoptedAt", created_at as "createdAt", version
  from agenda_version where alliance_id = $1`;

const answer = `select a.id, a.organisation_id as "organisationId", o.name as "organisationName", a.answer, a.words,
  a.answered_by_name as "answeredBy", a.recorded_by_secretariat as "recordedBySecretariat",
  a.answered_at as "answeredAt", a.version
  from agenda_answer a
  join alliances_organisation o on o.alliance_id = a.alliance_id and o.id = a.organisation_id
  where a.alliance_id = $1 and a.agenda_version_id = $2 and a.round = $3`;

/** Field of a version → its column, for what may change. */
const columns = {
  state: 'state',
  content: 'content',
  round: 'round',
  answerBy: 'answer_by',
  takenBackReason: 'taken_back_reason',
  adoptedDespite: 'adopted_despite',
  putOutAt: 'put_out_at',
  adoptedAt: 'adopted_at',
} as const satisfies Partial<Record<keyof StoredAgenda, string>>;

/** The agenda in PostgreSQL. */
@Injectable()
export class AgendaSqlRepository extends AgendaRepository {
  async list(tx: Transaction): Promise<StoredAgenda[]> {
    return tx.query<StoredAgenda>(`${version} order by number desc`, [tx.allianceId]);
  }

  async find(tx: Transaction, id: string): Promise<StoredAgenda | null> {
    const [found] = await tx.query<StoredAgenda>(`${version} and id = $2`, [tx.allianceId, id]);
    return found ?? null;
  }

  async hold(tx: Transaction, id: string): Promise<StoredAgenda | null> {
    const [found] = await tx.query<StoredAgenda>(`${version} and id = $2 for update`, [tx.allianceId, id]);
    return found ?? null;
  }

  async add(tx: Transaction, draft: Pick<StoredAgenda, 'id' | 'number' | 'content'>): Promise<void> {
    await tx.query(
      `insert into agenda_version (id, alliance_id, number, content, created_at) values ($1, $2, $3, $4, $5)`,
      [draft.id, tx.allianceId, draft.number, JSON.stringify(draft.content), tx.now()],
    );
  }

  async save(tx: Transaction, id: string, changes: Partial<StoredAgenda>): Promise<number> {
    const params: unknown[] = [tx.allianceId, id];
    const sets = (Object.keys(columns) as (keyof typeof columns)[])
      .filter((field) => changes[field] !== undefined)
      .map((field) => {
        const value = changes[field];
        return `${columns[field]} = $${String(params.push(field === 'content' ? JSON.stringify(value) : value))}`;
      });
    const [saved] = await tx.query<{ version: number }>(
      `update agenda_version set ${[...sets, 'version = version + 1'].join(', ')}
       where alliance_id = $1 and id = $2 returning version`,
      params,
    );
    return saved?.version ?? 0;
  }

  async supersede(tx: Transaction): Promise<void> {
    await tx.query(
      `update agenda_version set state = 'superseded', version = version + 1
       where alliance_id = $1 and state = 'adopted'`,
      [tx.allianceId],
    );
  }

  async answers(tx: Transaction, { id, round }: Pick<StoredAgenda, 'id' | 'round'>): Promise<StoredAnswer[]> {
    return tx.query<StoredAnswer>(`${answer} order by o.name, o.id`, [tx.allianceId, id, round]);
  }

  async holdAnswer(
    tx: Transaction,
    { id, round }: Pick<StoredAgenda, 'id' | 'round'>,
    organisationId: string,
  ): Promise<StoredAnswer | null> {
    const [found] = await tx.query<StoredAnswer>(`${answer} and a.organisation_id = $4 for update of a`, [
      tx.allianceId,
      id,
      round,
      organisationId,
    ]);
    return found ?? null;
  }

  async ask(
    tx: Transaction,
    { id, round }: Pick<StoredAgenda, 'id' | 'round'>,
    organisationIds: readonly string[],
  ): Promise<string[]> {
    const asked = await tx.query<{ organisationId: string }>(
      `insert into agenda_answer (id, alliance_id, agenda_version_id, round, organisation_id)
       select row_id, $1, $2, $3, organisation_id
       from unnest($4::uuid[], $5::uuid[]) as asked (row_id, organisation_id)
       on conflict (alliance_id, agenda_version_id, round, organisation_id) do nothing
       returning organisation_id as "organisationId"`,
      [tx.allianceId, id, round, organisationIds.map(() => newId()), organisationIds],
    );
    return asked.map(({ organisationId }) => organisationId);
  }

  async saveAnswer(tx: Transaction, id: string, given: GivenAnswer): Promise<void> {
    await tx.query(
      `update agenda_answer set answer = $3, words = $4, answered_by_id = $5, answered_by_name = $6,
         recorded_by_secretariat = $7, answered_at = $8, version = version + 1
       where alliance_id = $1 and id = $2`,
      [
        tx.allianceId,
        id,
        given.answer,
        given.words,
        given.byId,
        given.byName,
        given.recordedBySecretariat,
        tx.now(),
      ],
    );
  }

  async organisationNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    return this.names(tx, 'alliances_organisation', ids);
  }

  async indicatorNames(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    return this.names(tx, 'measurements_indicator', ids);
  }

  private async names(
    tx: Transaction,
    view: 'alliances_organisation' | 'measurements_indicator',
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(
      `select id, name from ${view} where alliance_id = $1 and id = any ($2::uuid[])`,
      [tx.allianceId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
