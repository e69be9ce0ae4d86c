/** Who the member of `event e` is, for the history; also one who has left. */
export const nameOfMember = `select p.name from alliance_member m join person p on p.id = m.person_id
  where m.alliance_id = e.alliance_id and m.id = e.subject_id`;

/** Who the invitation of `event e` was for. */
export const nameOfInvitation = `select i.name from invitation i
  where i.alliance_id = e.alliance_id and i.id = e.subject_id`;
