import { eventually, TestClient, type TestApp, type TestMailServer, type TestPerson } from '#libs/testing';

/** What the specs of invitations share: an alliance, its secretariat, and the links in mails. */
export interface Invitations {
  readonly app: TestApp;
  readonly smtp: TestMailServer;
}

/** An alliance with somebody in its secretariat. */
export async function office({
  app,
}: Invitations): Promise<{ id: string; slug: string; head: TestPerson; base: string }> {
  const { id, slug } = await app.world.alliance();
  const head = await app.world.person([{ allianceId: id, role: 'secretariat' }], { name: 'Mette Sørensen' });
  return { id, slug, head, base: `/api/v1/alliances/${id}` };
}

/** The token in the newest invitation to an address, once there are as many mails. */
export async function mailedToken({ smtp }: Invitations, email: string, mails = 1): Promise<string> {
  const mail = await eventually(`mail ${String(mails)} to ${email}`, () =>
    Promise.resolve(smtp.to(email)[mails - 1]),
  );
  const link = mail.links.find((each) => each.includes('/invitation/'));
  if (link === undefined) throw new Error(`No invitation in: ${mail.text}`);
  return tokenOf(link);
}

/** The token at the end of a link. */
export function tokenOf(link: string): string {
  return link.split('/').at(-1) ?? '';
}

/** A browser in which nobody is signed in. */
export function browser({ app }: Invitations): TestClient {
  return new TestClient(app.url);
}
