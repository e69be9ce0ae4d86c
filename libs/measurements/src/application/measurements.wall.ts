import { hasRole, type HistoryWall } from '#libs/platform';

/** Whose history and feed tell of indicators: partners and observers hear of the published ones and of their own. */
export const measurementsWall: HistoryWall = {
  module: 'measurements',
  seesAll: (actor) => hasRole(actor, 'secretariat', 'member', 'caseworker'),
  kinds: {
    indicator: (person) =>
      `select i.id from indicator i where i.alliance_id = $1 and (i.published or exists (
         select from alliances_member m where m.alliance_id = $1 and m.person_id = ${person} and m.role = 'partner'
         and m.organisation_id = i.responsible_organisation_id))`,
  },
};
