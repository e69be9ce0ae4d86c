import { defineList } from '#libs/platform';

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Contracts of an alliance with the partner's name and the true state of the newest mail. */
export const contractListing = defineList({
  name: 'partner-contracts.contracts',
  from: `contract c
    join alliances_organisation o on o.alliance_id = c.alliance_id and o.id = c.organisation_id
    join contract_template t on t.alliance_id = c.alliance_id and t.id = c.template_id
    left join lateral (
      select d.state from contract_message m
      join platform_delivery d on d.alliance_id = m.alliance_id and d.id = m.delivery_id
      where m.alliance_id = c.alliance_id and m.contract_id = c.id
      order by m.id desc limit 1) mail on true`,
  where: 'c.alliance_id = $alliance',
  id: 'c.id',
  json: {
    id: 'c.id',
    organisationId: 'c.organisation_id',
    organisationName: 'o.name',
    templateName: 't.name',
    status: 'c.status',
    recipientName: 'c.recipient_name',
    deliveryState: 'mail.state',
    answerBy: 'c.answer_by',
    sentAt: instant('c.sent_at'),
    signedAt: instant('c.signed_at'),
    startsOn: 'c.starts_on',
    endsOn: 'c.ends_on',
    changedAt: instant('c.changed_at'),
  },
  sorts: {
    organisationName: { sql: 'o.name', type: 'text' },
    status: { sql: 'c.status', type: 'text' },
    changedAt: { sql: 'c.changed_at', type: 'timestamptz' },
    endsOn: { sql: 'c.ends_on', type: 'date', nullable: true },
    answerBy: { sql: 'c.answer_by', type: 'date' },
  },
  filters: {
    status: 'c.status = any ($value::text[])',
    organisationId: 'c.organisation_id = any ($value::uuid[])',
    templateId: 'c.template_id = any ($value::uuid[])',
  },
  search: ['o.name', 't.name', 'c.recipient_name'],
});

/** Templates of an alliance with how many contracts were made from them. */
export const templateListing = defineList({
  name: 'partner-contracts.templates',
  from: `contract_template t
    join contract_template_text x
      on x.alliance_id = t.alliance_id and x.template_id = t.id and x.number = t.number`,
  where: 't.alliance_id = $alliance',
  id: 't.id',
  json: {
    id: 't.id',
    name: 't.name',
    number: 't.number',
    termMonths: `(x.text ->> 'termMonths')::int`,
    responseDays: `(x.text ->> 'responseDays')::int`,
    changedAt: instant('x.created_at'),
    changedBy: 'x.created_by_name',
    contracts: `(select count(*) from contract c
      where c.alliance_id = t.alliance_id and c.template_id = t.id)`,
  },
  sorts: {
    name: { sql: 't.name', type: 'text' },
    changedAt: { sql: 'x.created_at', type: 'timestamptz' },
  },
  search: ['t.name'],
});
