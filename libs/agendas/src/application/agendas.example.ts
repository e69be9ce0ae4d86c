import { Injectable } from '@nestjs/common';
import { type Example, exampleId, type ExamplePart } from '#libs/alliances';
import { addDays, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { type AgendaNames, type Committed, exampleAgenda, exampleAnswers } from '../domain/example-agenda.js';

/** Days since a version was drafted, put out and adopted. */
const versions = [
  { number: 1, state: 'superseded', drafted: 1120, putOut: 1080, adopted: 1035 },
  { number: 2, state: 'adopted', drafted: 330, putOut: 300, adopted: 258 },
  { number: 3, state: 'draft', drafted: 16, putOut: null, adopted: null },
] as const;

/** Fills the example alliance with a first agenda, the one in force with its answers, and a draft of the next. */
@Injectable()
export class AgendasExample implements ExamplePart {
  readonly name = 'agendas';
  readonly order = 10;

  /** Writes what the actions would have left on the days they stand for. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const names = await namesOf(tx, example);
    const at = (daysAgo: number | null): Date | null =>
      daysAgo === null ? null : copenhagenInstant(addDays(example.today, -daysAgo), '10:30');
    const rows = versions.map(({ number, state, drafted, putOut, adopted }) => ({
      id: newId(),
      number,
      state,
      content: exampleAgenda(number, names),
      answerBy: putOut === null ? null : addDays(example.today, 30 - putOut),
      draftedAt: at(drafted),
      putOutAt: at(putOut),
      adoptedAt: at(adopted),
    }));
    await tx.query(
      `insert into agenda_version (id, alliance_id, number, state, content, answer_by, put_out_at, adopted_at, created_at)
       select v.id, $1, v.number, v.state, v.content, v."answerBy", v."putOutAt", v."adoptedAt", v."draftedAt"
       from jsonb_to_recordset($2::jsonb) as v (id uuid, number int, state text, content jsonb, "answerBy" date,
         "putOutAt" timestamptz, "adoptedAt" timestamptz, "draftedAt" timestamptz)`,
      [tx.allianceId, JSON.stringify(rows)],
    );
    const [first, inForce, draft] = rows;
    for (const version of [first, inForce])
      if (version !== undefined) await this.answer(tx, example, names, version);
    if (draft !== undefined)
      await tx.append('agendas.version-drafted', { kind: 'agenda', id: draft.id }, { number: draft.number });
  }

  /** What was answered; to the first version all who are asked consented. */
  private async answer(
    tx: Transaction,
    { today, founder }: Example,
    names: AgendaNames,
    { id, number }: { id: string; number: number },
  ): Promise<void> {
    const putOut = versions.find((version) => version.number === number)?.putOut ?? 0;
    const rows = exampleAnswers.slice(0, number === 1 ? 5 : undefined).map((given, index) => {
      const answer = number === 1 && given.answer !== null ? 'consent' : given.answer;
      const isRecorded = index % 4 === 3;
      return {
        id: newId(),
        organisationId: names.organisation(given.who),
        answer,
        words: answer === 'concern' ? given.words : '',
        by: answer === null ? null : isRecorded ? founder.name : given.by,
        isRecorded,
        at: answer === null ? null : copenhagenInstant(addDays(today, index * 3 + 4 - putOut), '14:05'),
      };
    });
    await tx.query(
      `insert into agenda_answer (id, alliance_id, agenda_version_id, round, organisation_id, answer, words,
         answered_by_name, recorded_by_secretariat, answered_at, version)
       select a.id, $1, $2, 1, a."organisationId", a.answer, a.words, a."by", a."isRecorded", a.at,
         case when a.answer is null then 1 else 2 end
       from jsonb_to_recordset($3::jsonb) as a (id uuid, "organisationId" uuid, answer text, words text, "by" text,
         "isRecorded" boolean, at timestamptz)`,
      [tx.allianceId, id, JSON.stringify(rows)],
    );
  }
}

async function namesOf(tx: Transaction, example: Example): Promise<AgendaNames> {
  const [association] = await tx.query<{ id: string }>(
    `select id from alliances_organisation where alliance_id = $1 and kind = 'civil_society' order by name limit 1`,
    [tx.allianceId],
  );
  const keys = new Map<string, string>();
  const id = (thing: Parameters<typeof exampleId>[1]): string => exampleId(tx.allianceId, thing);
  return {
    outcomes: {
      destination: [id('outcome.destination'), id('indicator.destination')],
      promise: [id('outcome.promise'), id('indicator.promise')],
      reach: [id('outcome.reach'), id('indicator.neet')],
    },
    organisation: (who) => organisationOf(who, example, association?.id),
    key: (name) => {
      const key = keys.get(name) ?? newId();
      keys.set(name, key);
      return key;
    },
  };
}

function organisationOf(who: Committed, example: Example, associationId: string | undefined): string {
  const { municipalityId, schoolId, companyIds } = example;
  if (who === 'municipality') return municipalityId;
  if (who === 'school') return schoolId;
  if (who === 'association') return associationId ?? schoolId;
  return companyIds[Number(who.slice('company '.length))] ?? municipalityId;
}
