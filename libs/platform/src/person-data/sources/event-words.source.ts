import type { SubjectKeys } from '../../events/subject-keys.js';
import type { PersonDataSource } from '../person-data-source.js';

interface Row {
  id: string;
  type: string;
  occurred_at: Date;
  personal: Buffer;
}

/** What the event log says of a person: readable while their key is there, gone with it. */
export function eventWordsSource(keys: SubjectKeys): PersonDataSource {
  return {
    name: 'platform.event-words',
    title: { da: 'Oplysninger i historikken', en: 'Data in the history' },
    collect: async (tx, subject) => {
      const rows = await tx.query<Row>(
        `select id, type, occurred_at, personal from event
         where alliance_id = $1 and personal_kind = $2 and personal_id = $3 order by id`,
        [tx.allianceId, subject.kind, subject.id],
      );
      const opened = await keys.open(tx, subject, rows);
      return rows.flatMap((row) => {
        const values = opened.get(row.id);
        if (values === undefined) return [];
        return [
          {
            key: 'event',
            title: { da: 'I historikken', en: 'In the history' },
            rows: Object.entries(values).map(([key, value]) => ({
              key,
              label: { da: row.type, en: row.type },
              value,
              at: row.occurred_at.toISOString(),
            })),
          },
        ];
      });
    },
    erase: async (tx, subject) => [{ table: 'subject_key', rows: await keys.destroy(tx, subject) }],
    keeps: () =>
      Promise.resolve([
        {
          title: { da: 'At noget er sket, uden navn', en: 'That something happened, without a name' },
          why: {
            da: 'Historikken er forseglet. Det, den siger om personen, er krypteret, og nøglen bliver ødelagt.',
            en: 'The history is sealed. What it says of the person is encrypted, and the key is destroyed.',
          },
        },
        {
          title: { da: 'Hvem der har set oplysningerne', en: 'Who has seen the data' },
          why: {
            da: 'Det skal kunne dokumenteres, hvem der har haft adgang. Listen viser kun et nummer, ikke navnet på den slettede.',
            en: 'It must be possible to show who had access. The list has a number only, not the name of the person erased.',
          },
        },
      ]),
  };
}
