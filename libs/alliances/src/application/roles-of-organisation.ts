import type { MembershipStatus } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';
import { releasePartners } from './contact-ownership.js';
import type { TellOfRest } from './tell-of-rest.js';

interface Touched {
  id: string;
  person_id: string;
  role: 'partner' | 'caseworker' | 'member' | 'observer';
}

const own = `alliance_id = $1 and organisation_id = $2 and ended_at is null and role <> 'secretariat'`;

/**
 * What becomes of the people who act for an organisation when its membership changes: their roles rest while it pauses,
 * come back when it takes part again, and end when it leaves, together with open invitations on its behalf. Roles in
 * the secretariat belong to the alliance and stay; what somebody paused by choice stays paused.
 * They are told of a rest and of its end by mail.
 * @returns the people concerned
 */
export async function followOrganisation(
  tx: Transaction,
  organisationId: string,
  status: MembershipStatus,
  telling: TellOfRest,
): Promise<string[]> {
  const touched = await changeRoles(tx, organisationId, status);
  const type = {
    paused: 'alliances.member-paused',
    joined: 'alliances.member-resumed',
    left: 'alliances.member-ended',
  } as const;
  for (const { id, person_id: personId, role } of touched) {
    const eventId = await tx.append(type[status], { kind: 'member', id }, { role });
    if (status === 'left') await releasePartners(tx, personId, id);
    else
      await telling.tell(tx, status === 'paused' ? 'paused' : 'resumed', {
        memberId: id,
        eventId,
        organisationId,
      });
  }
  if (status === 'left') await withdrawInvitations(tx, organisationId);
  return [...new Set(touched.map((each) => each.person_id))];
}

function changeRoles(tx: Transaction, organisationId: string, status: MembershipStatus): Promise<Touched[]> {
  const [at, organisation] = [tx.now(), organisationId];
  if (status === 'joined')
    return tx.query<Touched>(
      `update alliance_member set paused_at = null, paused_because = null
       where ${own} and paused_because = 'organisation' returning id, person_id, role`,
      [tx.allianceId, organisation],
    );
  const change =
    status === 'left'
      ? 'update alliance_member set ended_at = $3 where'
      : `update alliance_member set paused_at = $3, paused_because = 'organisation' where paused_at is null and`;
  return tx.query<Touched>(`${change} ${own} returning id, person_id, role`, [
    tx.allianceId,
    organisation,
    at,
  ]);
}

async function withdrawInvitations(tx: Transaction, organisationId: string): Promise<void> {
  const withdrawn = await tx.query<{ id: string; role: Touched['role'] }>(
    `update invitation set withdrawn_at = $3 where alliance_id = $1 and organisation_id = $2
       and accepted_at is null and withdrawn_at is null and role <> 'secretariat' returning id, role`,
    [tx.allianceId, organisationId, tx.now()],
  );
  for (const { id, role } of withdrawn)
    await tx.append('alliances.invitation-withdrawn', { kind: 'invitation', id }, { role });
}
