import { People, SignIn } from '#libs/platform';
import { withApp } from '../with-app.js';

/** Prints a sign-in address that works once, for twenty minutes. */
export function signInLink(email: string): Promise<void> {
  return withApp(async (app) => {
    const person = await app.get(People).findByEmail(email);
    if (person === undefined) {
      console.error(
        `Nobody here has the mail address ${email}. Invite the person first, or check the spelling.`,
      );
      process.exitCode = 1;
      return;
    }
    console.log(await app.get(SignIn).linkFor(person));
  });
}
