import { createToken, tokenScopes } from '#libs/api-schema';
import { addDays, copenhagenDate, isDomainError } from '#libs/kernel';
import {
  ApiTokens,
  INSTALLATION,
  Memberships,
  messageOf,
  People,
  type Person,
  type PersonActor,
  systemActor,
  UnitOfWork,
} from '#libs/platform';
import { withApp } from '../with-app.js';

/** How the command is asked. */
export interface TokenOptions {
  readonly alliance: string;
  readonly name: string;
  readonly scope: string[];
  readonly days: string;
}

/** Makes an API token for a person in an alliance and prints it, the only time it is shown. */
export function makeToken(email: string, options: TokenOptions): Promise<void> {
  return withApp(async (app) => {
    const refuse = (message: string): void => {
      console.error(message);
      process.exitCode = 1;
    };
    const person = await app.get(People).findByEmail(email);
    if (person === undefined) {
      refuse(`Nobody here has the mail address ${email}. Invite the person first, or check the spelling.`);
      return;
    }
    const mine = await app.get(Memberships).of(inInstallation(person));
    const alliance = mine.find(({ slug }) => slug === options.alliance);
    if (alliance === undefined) {
      refuse(
        `${email} has no role in an alliance with the address ${options.alliance} (as in /a/<address>).`,
      );
      return;
    }
    const expiresOn = addDays(copenhagenDate(new Date()), Number(options.days));
    const given = createToken.safeParse({ name: options.name, scopes: options.scope, expiresOn });
    if (!given.success) {
      refuse(`A scope is one of: ${tokenScopes.join(', ')}. The name has at most 100 characters.`);
      return;
    }
    try {
      const made = await app
        .get(UnitOfWork)
        .actAs(systemActor(alliance.id, 'token by command'), (tx) =>
          app.get(ApiTokens).create(tx, person.id, given.data),
        );
      console.log(made.token);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refuse(messageOf(error.code as never, error.params, 'en'));
    }
  });
}

function inInstallation(person: Person): PersonActor {
  return {
    kind: 'person',
    personId: person.id,
    sessionId: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale,
    isAdmin: false,
    allianceId: INSTALLATION,
    roles: [],
  };
}
