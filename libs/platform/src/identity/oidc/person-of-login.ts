import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Database } from '../../database/database.js';
import { People } from '../people.js';
import { Affiliations, type InvitedPerson } from './affiliations.js';
import type { IdentityProvider } from './identity-provider.js';
import { PersonLogins } from './person-logins.js';
import type { VouchedIdentity } from './vouched-identity.js';

function refuse(code: ErrorCode): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>(code);
}

/**
 * Whose a login is. It becomes somebody's in three ways only: a mail address that its provider may vouch for is theirs,
 * they link it while signed in, or they answer an invitation.
 */
@Injectable()
export class PersonOfLogin {
  constructor(
    private readonly database: Database,
    private readonly logins: PersonLogins,
    private readonly people: People,
    private readonly affiliations: Affiliations,
  ) {}

  /**
   * The person of whoever signed in.
   * @param invitation the token of the invitation they answer, if any
   * @throws DomainError logins/…
   */
  async find(
    provider: IdentityProvider,
    identity: VouchedIdentity,
    invitation: string | undefined,
  ): Promise<string> {
    const personId = await this.search(provider, identity, invitation);
    await this.refuseClosed(personId);
    return personId;
  }

  /** The person whose session it was begun in, if the company still lets them in. @throws DomainError logins/other-cvr, -closed */
  async confirm(personId: string, identity: VouchedIdentity): Promise<string> {
    await this.confirmCvr(personId, identity);
    await this.refuseClosed(personId);
    return personId;
  }

  private async search(
    provider: IdentityProvider,
    identity: VouchedIdentity,
    invitation: string | undefined,
  ): Promise<string> {
    const linked = await this.logins.find(provider.issuer, identity.subject);
    if (linked !== undefined) return this.confirmCvr(linked.personId, identity);
    if (identity.cvr !== null) return this.invitedForCompany(identity.cvr, invitation);
    if ('refused' in identity.email) throw refuse(`logins/email-${identity.email.refused}`);
    const { address } = identity.email;
    const known = await this.people.findByEmail(address);
    if (known !== undefined) return this.firstLogin(provider, known.id);
    const invited = await this.affiliations.invitationTo(address);
    if (invited === undefined) throw refuse('logins/nobody');
    return this.welcome({ ...invited, email: address });
  }

  /** An address that an organisation gives to its next employee does not bring along what the last one could see. */
  private async firstLogin(provider: IdentityProvider, personId: string): Promise<string> {
    if (await this.logins.hasOneAt(provider.issuer, personId)) throw refuse('logins/another-login');
    return personId;
  }

  /** A company the person has a role for now: who has left it is not let in by it. */
  private async confirmCvr(personId: string, identity: VouchedIdentity): Promise<string> {
    if (identity.cvr === null) return personId;
    if (!(await this.affiliations.cvrsOf(personId)).includes(identity.cvr)) throw refuse('logins/other-cvr');
    return personId;
  }

  /**
   * MitID Erhverv says for which company somebody acts, and nothing sure of their mail address. The link of a mailed
   * invitation says the rest; a copied one could be a colleague's.
   */
  private async invitedForCompany(cvr: string, invitation: string | undefined): Promise<string> {
    const invited = invitation === undefined ? undefined : await this.affiliations.invitationOf(invitation);
    if (invited?.provesEmail !== true) throw refuse('logins/not-linked');
    if (invited.cvr !== cvr) throw refuse('logins/other-cvr');
    return this.welcome(invited);
  }

  private async welcome(invited: Pick<InvitedPerson, 'name' | 'email' | 'locale'>): Promise<string> {
    const { name, email, locale } = invited;
    return (await this.people.ensure({ name, email, locale })).id;
  }

  private async refuseClosed(personId: string): Promise<void> {
    const [person] = await this.database.query(
      'select id from person where id = $1 and deactivated_at is null and merged_into is null',
      [personId],
    );
    if (person === undefined) throw refuse('logins/closed');
  }
}
