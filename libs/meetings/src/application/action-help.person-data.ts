import {
  type KnownOfPerson,
  type PersonDataRow,
  type PersonDataSection,
  type PersonDataSource,
  theirsByAddress,
  type Transaction,
} from '#libs/platform';

interface Row {
  kind: 'helper' | 'note' | 'done' | 'given';
  action: string;
  meeting: string;
  name: string;
  email: string;
  text: string | null;
  at: Date;
}

const erased = 'Slettet person';

const noted = theirs({ name: 'n.author_name', email: 'n.author_email', about: 'n.action_id' });
const helped = theirs({ name: 'h.name', email: 'h.email', about: 'h.action_id' });
const gave = theirs({ name: 'g.given_by_name', email: 'g.given_by_email', about: 'g.action_id' });
const did = theirs({ name: 'd.done_by_name', email: 'd.done_by_email', about: 'd.id' });

/** Everything that the holder of an action's link is known by: the address that the link was sent to. */
const mine = `
  select 'helper' as kind, h.action_id, h.name, h.email::text, null as text, h.given_at as at
    from meeting_action_helper h where h.alliance_id = $1 and ${helped}
  union all select 'note', n.action_id, n.author_name, n.author_email::text, n.text, n.created_at
    from meeting_action_note n where n.alliance_id = $1 and ${noted}
  union all select 'done', d.id, d.done_by_name, d.done_by_email::text, null, d.done_at
    from meeting_action d where d.alliance_id = $1 and ${did}
  union all select 'given', g.action_id, g.given_by_name, g.given_by_email::text, null, g.given_at
    from meeting_action_helper g where g.alliance_id = $1 and ${gave}`;

const labels: Readonly<Record<Row['kind'], PersonDataRow['label']>> = {
  helper: { da: 'Givet til dig', en: 'Handed to you' },
  note: { da: 'Det, du skrev', en: 'What you wrote' },
  done: { da: 'Meldt udført af dig', en: 'Reported done by you' },
  given: { da: 'Givet videre af dig', en: 'Passed on by you' },
};

/** Whoever helps with an action by a link, without signing in: found by the address the link was sent to. */
export const actionHelpSource: PersonDataSource = {
  name: 'meetings.action-help',
  title: {
    da: 'Hjælp til handlinger, og det, der er skrevet',
    en: 'Help with actions, and what was written',
  },
  collect: async (tx, subject, known) =>
    subject === known.subjects[0] ? (await find(tx, known)).map(section) : [],
  erase: async (tx, subject, known) => {
    if (subject !== known.subjects[0]) return [];
    const where = parameters(tx, known);
    const notes = await tx.query(
      `delete from meeting_action_note n where n.alliance_id = $1 and ${noted} returning n.id`,
      where,
    );
    const helpers = await tx.query(
      `delete from meeting_action_helper h where h.alliance_id = $1 and ${helped} returning h.id`,
      where,
    );
    const given = await tx.query(
      `update meeting_action_helper g set given_by_name = $4, given_by_email = null
       where g.alliance_id = $1 and ${gave} returning g.id`,
      [...where, erased],
    );
    const done = await tx.query(
      `update meeting_action d set done_by_name = $4, done_by_email = null
       where d.alliance_id = $1 and ${did} returning d.id`,
      [...where, erased],
    );
    return [
      { table: 'meeting_action_note', rows: notes.length },
      { table: 'meeting_action_helper', rows: helpers.length + given.length },
      { table: 'meeting_action', rows: done.length },
    ];
  },
};

function theirs(columns: Parameters<typeof theirsByAddress>[0]): string {
  return theirsByAddress(columns, '$2', '$3');
}

function parameters(tx: Transaction, { emails, shared }: KnownOfPerson): unknown[] {
  return [tx.allianceId, emails, JSON.stringify(shared)];
}

async function find(tx: Transaction, known: KnownOfPerson): Promise<Row[]> {
  return tx.query<Row>(
    `select f.kind, a.title as action, m.title as meeting, f.name, lower(f.email) as email, f.text, f.at
     from (${mine}) f
     join meeting_action a on a.alliance_id = $1 and a.id = f.action_id
     join meeting m on m.alliance_id = a.alliance_id and m.id = a.meeting_id
     order by f.at, a.id, f.kind`,
    parameters(tx, known),
  );
}

function section({ kind, action, meeting, name, email, text, at }: Row): PersonDataSection {
  return {
    key: 'action-help',
    title: { da: 'Hjælp til en handling fra et møde', en: 'Help with an action of a meeting' },
    purpose: {
      da: 'At det, der blev aftalt på et møde, bliver gjort, og at gruppen kan se, hvordan det går.',
      en: 'So that what was agreed at a meeting gets done, and the group can see how it goes.',
    },
    recipients: {
      da: 'Mødets gruppe og sekretariatet; mailadressen kun dem, der følger op på handlingen.',
      en: 'The group of the meeting and the secretariat; the mail address only those who follow the action up.',
    },
    retention: {
      da: 'Til handlingen er udført, og derefter så længe, som alliancen har bestemt.',
      en: 'Until the action is done, and then for as long as the alliance has decided.',
    },
    source: {
      da: 'Den, der gav handlingen videre, og personen selv.',
      en: 'Whoever handed the action over, and the person.',
    },
    rows: [
      { key: 'action', label: { da: 'Handling', en: 'Action' }, value: action },
      { key: 'meeting', label: { da: 'Møde', en: 'Meeting' }, value: meeting },
      { key: kind, label: labels[kind], value: text ?? true, at: at.toISOString() },
      { key: 'name', label: { da: 'Navn', en: 'Name' }, value: name },
      { key: 'email', label: { da: 'Mail', en: 'Mail' }, value: email },
    ],
  };
}
