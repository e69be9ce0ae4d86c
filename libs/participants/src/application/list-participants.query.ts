import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { participantListQuery } from '#libs/api-schema';
import {
  Access,
  type Actor,
  defineList,
  type ListJson,
  listPage,
  logPersonAccess,
  UnitOfWork,
} from '#libs/platform';

const today = 'n.today';

const standing = `case when p.consent_withdrawn then 'withdrawn'
  when p.consent_ends_on < ${today} then 'expired' else 'in-force' end`;

/** What holds today and may be seen, the least certain last: running spells before planned ones. */
const current = `cross join (select ($now at time zone 'Europe/Copenhagen')::date as today) n
left join lateral (
  select s.id, s.type_key, s.from_on, s.next_review_on,
    case when s.from_on > ${today} then 'planned'
      when s.next_review_on < ${today} then 'unconfirmed' else 'current' end as standing
  from destination_spell s
  where not p.consent_withdrawn
    and s.alliance_id = p.alliance_id and s.participant_id = p.id and s.retracted_at is null
    and (s.to_on is null or s.to_on >= ${today})
  order by s.from_on > ${today}, s.from_on desc, s.id desc limit 1) c on true
left join destination_type t on t.alliance_id = p.alliance_id and t.key = c.type_key`;

const participants = defineList({
  name: 'participants',
  from: `participant p ${current}`,
  where: 'p.alliance_id = $alliance',
  id: 'p.id',
  json: {
    id: 'p.id',
    pseudonym: 'p.pseudonym',
    consent: standing,
    ageBand: `case when not p.consent_withdrawn
      then participants_age_band(p.birth_year, extract(year from ${today})::int) end`,
    district: 'case when not p.consent_withdrawn then p.district end',
    current: `case when c.id is null then null else json_build_object('typeKey', c.type_key, 'typeDa', t.name_da,
      'typeEn', t.name_en, 'class', t.class, 'from', c.from_on, 'standing', c.standing,
      'nextReviewOn', c.next_review_on) end`,
  },
  sorts: {
    pseudonym: { sql: 'p.pseudonym', type: 'text' },
    review: { sql: 'c.next_review_on', type: 'date', nullable: true },
  },
  filters: {
    standing: `coalesce(c.standing, 'none') = any ($value::text[])`,
    class: `coalesce(t.class, 'unknown') = any ($value::text[])`,
    review: `$value = 'due' and c.next_review_on <= ${today}`,
    consent: `${standing} = any ($value::text[])`,
    starts: `p.pseudonym like $value`,
  },
});

/** The young people of one's own organisation; each that is shown leaves a line in the access log. */
@Injectable()
export class ListParticipants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** One page; `q` is the beginning of the pseudonymous id. */
  async run(actor: Actor, { q, ...query }: z.infer<typeof participantListQuery>): Promise<ListJson> {
    const starts = q === undefined || q === '' ? {} : { starts: `${escaped(q.toUpperCase())}%` };
    return this.unitOfWork.actAs(actor, async (tx) => {
      const mine = this.access.sql(actor, 'read', 'Participant', { alias: 'p', firstParam: 1 });
      const found = await listPage(tx, participants, { ...query, ...starts }, mine);
      const shown = (JSON.parse(found) as { items: { id: string }[] }).items.map(({ id }) => id);
      await logPersonAccess(tx, { kind: 'participant', ids: shown }, 'list');
      return found;
    });
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
