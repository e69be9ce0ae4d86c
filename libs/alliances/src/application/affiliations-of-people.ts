import { Injectable } from '@nestjs/common';
import { isDomainError } from '#libs/kernel';
import { type AffiliationSource, type InvitedPerson, systemActor, UnitOfWork } from '#libs/platform';
import { AcceptInvitation } from './accept-invitation.js';
import { PeopleInAlliances } from './people-in-alliances.js';

/** Tells sign-in by an identity provider whom people stand for, and who is invited. */
@Injectable()
export class AffiliationsOfPeople implements AffiliationSource {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleInAlliances,
    private readonly invitations: AcceptInvitation,
  ) {}

  /** CVR numbers of the organisations in which a person has a role now, in any alliance. */
  async cvrsOf(personId: string): Promise<string[]> {
    const held = await this.people.rolesOf(personId);
    const cvrs = new Set<string>();
    for (const allianceId of new Set(held.map((role) => role.allianceId))) {
      const ids = held.flatMap((role) => (role.allianceId === allianceId ? (role.organisationId ?? []) : []));
      const rows = await this.unitOfWork.readAs(systemActor(allianceId, 'whom people stand for'), (tx) =>
        tx.query<{ cvr: string }>(
          'select cvr from organisation where alliance_id = $1 and id = any ($2) and cvr is not null',
          [tx.allianceId, ids],
        ),
      );
      for (const { cvr } of rows) cvrs.add(cvr);
    }
    return [...cvrs];
  }

  /** An open invitation to a mail address. */
  async invitationTo(email: string): Promise<InvitedPerson | undefined> {
    const found = await this.invitations.openTo(email);
    return found && invited(found);
  }

  /** The open invitation of a token; an outdated one is none. */
  async invitationOf(token: string): Promise<InvitedPerson | undefined> {
    try {
      return invited(await this.invitations.find(token));
    } catch (error) {
      if (isDomainError(error)) return undefined;
      throw error;
    }
  }
}

function invited(found: Awaited<ReturnType<AcceptInvitation['find']>>): InvitedPerson {
  const { name, email, locale, organisationCvr, provesAddress } = found;
  return { name, email, locale, cvr: organisationCvr, provesEmail: provesAddress };
}
