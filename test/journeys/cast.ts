import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { FixedClock } from '#libs/kernel';
import { Claim } from '#libs/platform';
import {
  eventually,
  type ReceivedMail,
  startMailServer,
  startTestApp,
  type TestAnswer,
  type TestApp,
  TestClient,
  type TestMailServer,
} from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';

const run = promisify(execFile);

/** A Tuesday at ten in Denmark: no quiet hours, no holiday. */
export const morning = '2026-11-24T09:00:00Z';

/** The whole product with a mail server, from the first start on. */
export interface Installation {
  readonly app: TestApp;
  readonly smtp: TestMailServer;
  readonly clock: FixedClock;
  close(): Promise<void>;
}

/** Starts the product as a new installation. */
export async function install(
  settings: Readonly<Record<string, string>>,
  webRoot?: string,
): Promise<Installation> {
  const smtp = await startMailServer();
  const clock = new FixedClock(morning);
  const app = await startTestApp({
    modules: domainModules,
    clock,
    settings: { SMTP_URL: smtp.url, ...settings },
    ...(webRoot === undefined ? {} : { webRoot }),
  });
  return {
    app,
    smtp,
    clock,
    async close() {
      await app.close();
      await smtp.stop();
    },
  };
}

/** The path of the link in a mail that goes to a page below `prefix`. */
export function linkIn(mail: ReceivedMail, prefix: string): string {
  const link = mail.links.find((each) => new URL(each).pathname.startsWith(prefix));
  if (link === undefined) throw new Error(`No link to ${prefix} in: ${mail.text}`);
  return new URL(link).pathname;
}

/** The answer's body when it went well; fails with what was said otherwise. */
export function well<B>(answer: TestAnswer<B>, status: number): B {
  if (answer.status !== status)
    throw new Error(`${String(answer.status)} instead of ${String(status)}: ${answer.text}`);
  return answer.body;
}

/** Takes over a new installation by the claim link of its terminal. */
export async function claim(
  { app }: Installation,
  who: { name: string; email: string },
): Promise<TestClient> {
  const link = (await app.get(Claim).newLink()) ?? '';
  const client = new TestClient(app.url);
  well(await client.post('/api/v1/claim', { token: link.split('/').at(-1), ...who }), 204);
  return client;
}

/** Signs in as anybody does: asks for a mail, looks at the link (which spends nothing), presses the button. */
export async function signIn({ app, smtp }: Installation, email: string): Promise<TestClient> {
  const client = new TestClient(app.url);
  const before = smtp.to(email).length;
  well(await client.post('/api/v1/sign-in', { email }), 204);
  const mail = await eventually('the sign-in mail', () => Promise.resolve(smtp.to(email)[before]));
  const path = linkIn(mail, '/sign-in/');
  await client.get(path);
  well(await client.post('/api/v1/sign-in/redeem', { token: path.split('/').at(-1) }), 204);
  return client;
}

/** Accepts the invitation in the newest mail as a person new to the product does: looks, and presses the button. */
export async function acceptInvitation(
  { app, smtp }: Installation,
  email: string,
  mailsBefore = 0,
): Promise<TestClient> {
  const mail = await eventually('the invitation', () => Promise.resolve(smtp.to(email)[mailsBefore]));
  const token = linkIn(mail, '/invitation/').split('/').at(-1) ?? '';
  const client = new TestClient(app.url);
  well(await client.get(`/api/v1/invitations/${token}`), 200);
  well(await client.post(`/api/v1/invitations/${token}/accept`, {}), 200);
  return client;
}

/** What poppler's pdfsig says of a document. */
export async function pdfsig(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  try {
    await writeFile(join(folder, 'contract.pdf'), bytes);
    const { stdout } = await run(process.env['PDFSIG_PATH'] ?? 'pdfsig', [
      '-nocert',
      join(folder, 'contract.pdf'),
    ]);
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A partner list as people have it. */
export function partnerList(name: string): Promise<Buffer> {
  return readFile(resolve('libs/alliances/test/lists', name));
}
