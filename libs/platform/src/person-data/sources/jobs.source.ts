import type { PersonDataSource } from '../person-data-source.js';

/** Jobs that name the person by id; what they were to do has nobody left to be done for. */
export const jobsSource: PersonDataSource = {
  name: 'platform.jobs',
  title: { da: 'Ventende opgaver i systemet', en: 'Waiting work of the system' },
  collect: () => Promise.resolve([]),
  erase: async (tx, subject) => {
    const gone = await tx.query(
      `delete from job where payload ->> 'allianceId' = $1 and state <> 'running' and (position($2 in key) > 0
         or exists (select from jsonb_each_text(payload) v where v.value = $2)) returning id`,
      [tx.allianceId, subject.id],
    );
    return [{ table: 'job', rows: gone.length }];
  },
};
