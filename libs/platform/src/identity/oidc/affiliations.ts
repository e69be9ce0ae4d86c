import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/api-schema';

/** Somebody who has been invited and has not answered yet. */
export interface InvitedPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** The CVR number of the organisation they are invited for, if any. */
  readonly cvr: string | null;
  /** Does whoever holds its token read the mail of `email`? True for a mailed link, false for a copied one. */
  readonly provesEmail: boolean;
}

/** What sign-in needs to know of the alliances, whose module stands above the platform. */
export interface AffiliationSource {
  /** CVR numbers of the organisations in which a person has a role now, in any alliance. */
  cvrsOf(personId: string): Promise<readonly string[]>;
  /** An open invitation to a mail address. */
  invitationTo(email: string): Promise<InvitedPerson | undefined>;
  /** The open invitation of a token. */
  invitationOf(token: string): Promise<InvitedPerson | undefined>;
}

/** The port through which the alliances module tells whom people stand for and who is invited. */
@Injectable()
export class Affiliations {
  private source: AffiliationSource | undefined;

  /** Sets the source; called by the alliances module. */
  use(source: AffiliationSource): void {
    this.source = source;
  }

  /** CVR numbers of the organisations in which a person has a role. */
  async cvrsOf(personId: string): Promise<readonly string[]> {
    return (await this.source?.cvrsOf(personId)) ?? [];
  }

  /** An open invitation to a mail address. */
  async invitationTo(email: string): Promise<InvitedPerson | undefined> {
    return this.source?.invitationTo(email);
  }

  /** The open invitation of a token. */
  async invitationOf(token: string): Promise<InvitedPerson | undefined> {
    return this.source?.invitationOf(token);
  }
}
