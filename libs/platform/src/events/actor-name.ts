/**
 * Who did it, for a statement that reads `event e`: join {@link actorJoins} and select {@link actorName}. The name is
 * the person's present one and never lies in the log itself, so that it goes when the person is erased; events of
 * version 0.1 carry one, which stands only where nobody is known by the id.
 */
export const actorName = 'coalesce(actor_person.name, actor_link.name, e.actor_name)';

/** The joins {@link actorName} reads from. */
export const actorJoins = `left join person actor_person on e.actor_kind = 'person' and actor_person.id = e.actor_id
  left join link actor_link on e.actor_kind = 'link' and actor_link.alliance_id = e.alliance_id and actor_link.id = e.actor_id`;
