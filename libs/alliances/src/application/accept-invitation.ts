import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { acceptInvitation, ErrorCode, Locale, myInvitations, openInvitation } from '#libs/api-schema';
import { type Clock, DomainError, newId } from '#libs/kernel';
import {
  AddressProofs,
  CLOCK,
  Database,
  hashToken,
  notFound,
  People,
  type Person,
  type PersonActor,
  Sessions,
  systemActor,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { refuseUnlessOpen } from '../domain/invitation.js';
import { type InvitationRow, invitationColumns } from './invitation-row.js';
import { holdPeople } from './members.js';

/** An invitation in somebody's hands, and what the way it came to them proves. */
interface InHand extends InvitationRow {
  readonly allianceId: string;
  readonly provesAddress: boolean;
}

/** Who accepts, on which of their addresses, and whether that way of knowing them is good for a session. */
interface Guest {
  readonly person: Person;
  readonly email: string;
  readonly opensSession: boolean;
}

/** What came of accepting. */
export interface Accepted {
  readonly slug: string;
  readonly personId: string;
  readonly opensSession: boolean;
}

/**
 * The guest's side of an invitation. A mailed link proves the invited address, a copied one proves nothing: its holder
 * signs in, or proves an address by a code. Looking spends nothing; only accepting does, once.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly proofs: AddressProofs,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the holder of a link sees. @throws DomainError alliances/invitation-unknown, -expired, -withdrawn, -accepted */
  async look(token: string, actor: PersonActor | undefined): Promise<z.output<typeof openInvitation>> {
    const found = await this.find(token);
    const invitedPerson = await this.people.findByEmail(found.email);
    const { allianceName, slug, invitedBy, name, role, organisationName, locale, provesAddress } = found;
    return {
      allianceName,
      slug,
      invitedBy,
      name,
      role,
      organisationName,
      locale,
      provesAddress,
      expiresAt: found.expiresAt.toISOString(),
      email: provesAddress ? found.email : null,
      hasAccount: provesAddress ? invitedPerson !== undefined : null,
      signedInAs:
        actor === undefined
          ? null
          : { name: actor.name, email: actor.email, isInvited: invitedPerson?.id === actor.personId },
    };
  }

  /** Mails a code to the address with which the holder of a copied link wants to accept. */
  async askCode(token: string, email: string, locale: Locale): Promise<void> {
    const { id, name } = await this.find(token);
    await this.proofs.ask({ purpose: 'invitation', subjectId: id, email }, { name, locale });
  }

  /**
   * Gives the guest the role they are invited to.
   * @throws DomainError alliances/invitation-unknown, -expired, -withdrawn, -accepted, -needs-address, -access-closed,
   *   platform/code-wrong
   */
  async accept(
    token: string,
    actor: PersonActor | undefined,
    given: z.output<typeof acceptInvitation>,
  ): Promise<Accepted> {
    const found = await this.find(token);
    return this.join(found, await this.guestOf(found, actor, given));
  }

  /** Open invitations to the person's own proven addresses. */
  async mine(actor: PersonActor): Promise<z.output<typeof myInvitations>> {
    const items = [];
    for (const { id, allianceName, invitedBy, role, organisationName, expiresAt } of await this.invitationsTo(
      actor,
    ))
      items.push({ id, allianceName, invitedBy, role, organisationName, expiresAt: expiresAt.toISOString() });
    return { items };
  }

  /** Accepts one of {@link mine}. @throws DomainError platform/not-found */
  async acceptMine(actor: PersonActor, id: string): Promise<Accepted> {
    const found = (await this.invitationsTo(actor)).find((each) => each.id === id);
    if (found === undefined) throw notFound();
    return this.join(found, { person: personOf(actor), email: found.email, opensSession: false });
  }

  /** An open invitation to an address, whoever asks; for sign-in by an identity provider that vouches for it. */
  async openTo(email: string): Promise<InHand | undefined> {
    const [first] = await this.openToAny([email]);
    return first;
  }

  /** The open invitation of a token. @throws DomainError alliances/invitation-unknown, -expired, -withdrawn, -accepted */
  async find(token: string): Promise<InHand> {
    const hash = hashToken(token);
    const [place] = await this.database.query<{ id: string | null }>(
      'select rygrad_alliance_of_invitation($1) as id',
      [hash],
    );
    if (!place?.id) throw new DomainError<ErrorCode>('alliances/invitation-unknown');
    const allianceId = place.id;
    return this.unitOfWork.readAs(systemActor(allianceId, 'open invitation'), async (tx) => {
      const [row] = await tx.query<InvitationRow>(
        `${invitationColumns} where i.alliance_id = $1 and (i.mail_token_hash = $2 or i.link_token_hash = $2)`,
        [allianceId, hash],
      );
      if (row === undefined) throw new DomainError<ErrorCode>('alliances/invitation-unknown');
      refuseUnlessOpen(row, tx.now());
      return { ...row, allianceId, provesAddress: row.mailHash?.equals(hash) ?? false };
    });
  }

  private async invitationsTo(actor: PersonActor): Promise<InHand[]> {
    const addresses = await this.database.query<{ email: string }>(
      'select email::text as email from person_address where person_id = $1',
      [actor.personId],
    );
    return this.openToAny(addresses.map(({ email }) => email));
  }

  private async openToAny(emails: readonly string[]): Promise<InHand[]> {
    const places = await this.database.query<{ alliance_id: string; invitation_id: string }>(
      `select o.alliance_id, o.invitation_id from unnest($1::citext[]) as e (email)
       cross join lateral rygrad_open_invitations_to(e.email, $2) o`,
      [emails, this.clock.now()],
    );
    const found: InHand[] = [];
    for (const { alliance_id: allianceId, invitation_id: id } of places)
      await this.unitOfWork.readAs(systemActor(allianceId, 'open invitation'), async (tx) => {
        const [row] = await tx.query<InvitationRow>(
          `${invitationColumns} where i.alliance_id = $1 and i.id = $2`,
          [allianceId, id],
        );
        if (row !== undefined) found.push({ ...row, allianceId, provesAddress: true });
      });
    return found;
  }

  private async guestOf(
    found: InHand,
    actor: PersonActor | undefined,
    given: z.output<typeof acceptInvitation>,
  ): Promise<Guest> {
    if (actor !== undefined) return { person: personOf(actor), email: actor.email, opensSession: false };
    if (found.provesAddress) {
      const known = await this.people.findKnownByEmail(found.email);
      // A mail that lies in an inbox for two weeks may get passed on: it opens no account that is there already.
      return { ...(await this.personFor(found.email, found, given)), opensSession: known === undefined };
    }
    const { email, code } = given;
    if (email === undefined || code === undefined)
      throw new DomainError<ErrorCode>('alliances/invitation-needs-address', {}, 'email');
    await this.proofs.spend({ purpose: 'invitation', subjectId: found.id, email }, code);
    return { ...(await this.personFor(email, found, given)), opensSession: true };
  }

  private async personFor(
    email: string,
    { name }: InHand,
    given: z.output<typeof acceptInvitation>,
  ): Promise<{ person: Person; email: string }> {
    const known = await this.people.findKnownByEmail(email);
    if (known !== undefined && known.deactivated_at !== null)
      throw new DomainError<ErrorCode>('alliances/invitation-access-closed');
    const person =
      known ?? (await this.people.ensure({ name: given.name ?? name, email, locale: given.locale }));
    return { person, email };
  }

  private async join({ allianceId, id, slug }: InHand, guest: Guest): Promise<Accepted> {
    const { person, email, opensSession } = guest;
    await this.unitOfWork.actAs(actorIn(allianceId, person), async (tx) => {
      await holdPeople(tx);
      const [row] = await tx.query<InvitationRow>(
        `${invitationColumns} where i.alliance_id = $1 and i.id = $2 for update of i`,
        [allianceId, id],
      );
      if (row === undefined) throw new DomainError<ErrorCode>('alliances/invitation-unknown');
      refuseUnlessOpen(row, tx.now());
      await tx.query(
        `update invitation set accepted_at = $3, accepted_by_id = $4, accepted_email = $5
         where alliance_id = $1 and id = $2`,
        [allianceId, id, tx.now(), person.id, email],
      );
      const onOtherAddress = email.toLowerCase() !== row.email.toLowerCase();
      const { role } = row;
      await tx.append('alliances.invitation-accepted', { kind: 'invitation', id }, { role, onOtherAddress });
      await addRole(tx, person.id, row);
    });
    this.sessions.changed(person.id);
    return { slug, personId: person.id, opensSession };
  }
}

function personOf(actor: PersonActor): Person {
  const { personId, name, email, locale, isAdmin } = actor;
  return { id: personId, name, email, locale, is_admin: isAdmin };
}

/** The guest, acting in the alliance they are about to join. */
function actorIn(allianceId: string, { id, name, email, locale, is_admin: isAdmin }: Person): PersonActor {
  return { kind: 'person', personId: id, sessionId: '', name, email, locale, isAdmin, allianceId, roles: [] };
}

/** A role somebody holds already is not held twice; one on behalf of a resting organisation rests too. */
async function addRole(
  tx: Transaction,
  personId: string,
  { role, organisationId }: InvitationRow,
): Promise<void> {
  const id = newId();
  const added = await tx.query(
    `insert into alliance_member (id, alliance_id, person_id, role, organisation_id, created_at, paused_at, paused_because)
     select $1, $2, $3, $4, $5, $6, case when resting then $6::timestamptz end, case when resting then 'organisation' end
     from (select exists (select from membership m where m.alliance_id = $2 and m.organisation_id = $5
             and m.status = 'paused') and $4 <> 'secretariat' as resting) o
     on conflict do nothing returning id`,
    [id, tx.allianceId, personId, role, organisationId, tx.now()],
  );
  if (added.length > 0) await tx.append('alliances.member-added', { kind: 'member', id }, { role });
}
