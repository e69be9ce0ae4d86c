import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestClient } from '#libs/testing';

const areas = resolve('apps/web/src/areas');

/** Every address pattern of the web app, from its routes: `partnere/$partnerId`. */
export async function patterns(): Promise<string[]> {
  const found = new Set<string>();
  for (const area of await readdir(areas)) {
    const source = await readFile(join(areas, area, 'routes.tsx'), 'utf8').catch(() => '');
    for (const match of source.matchAll(/createRoute\(\{[^}]*?path: '([^']+)'/gs)) found.add(match[1] ?? '');
  }
  return [...found].sort();
}

const lists: Readonly<Record<string, string>> = {
  partnerId: 'partners',
  contractId: 'contracts',
  templateId: 'contract-templates',
  enquiryId: 'enquiries',
  indicatorId: 'indicators',
  initiativeId: 'initiatives',
  meetingId: 'meetings',
  participantId: 'participants',
};

/** Ids to put into the patterns: the first thing of each list, so that every page shows something. */
export async function idsOf(client: TestClient, allianceId: string): Promise<Record<string, string>> {
  const base = `/api/v1/alliances/${allianceId}`;
  const ids: Record<string, string> = {};
  for (const [name, list] of Object.entries(lists)) {
    const { body } = await client.get<{ items: { id: string }[] }>(`${base}/${list}`);
    const [first] = body.items;
    if (first === undefined) throw new Error(`The example alliance has no ${list}`);
    ids[name] = first.id;
  }
  // An invitation of its own: the page asks for it, and an unknown one would be a failed request.
  const invited = await client.post<{ link: string }>(`${base}/invitations`, {
    name: 'Karen Holm',
    email: 'karen@forening.example',
    role: 'member',
    by: 'link',
  });
  ids['token'] = invited.body.link.split('/').at(-1) ?? '';
  const people = await client.get<{ items: { id: string }[] }>('/api/v1/admin/people');
  ids['personId'] = people.body.items[0]?.id ?? '';
  const partner = await client.get<{ contacts: { id: string }[] }>(
    `${base}/partners/${ids['partnerId'] ?? ''}`,
  );
  ids['contactId'] = partner.body.contacts[0]?.id ?? '';
  const agenda = await client.get<{ inForceId: string }>(`${base}/agenda`);
  ids['versionId'] = agenda.body.inForceId;
  ids['webhookId'] = await addWebhook(client, base);
  ids['providerId'] = await addIdentityProvider(client);
  const file = {
    name: 'liste.csv',
    type: 'text/csv',
    bytes: Buffer.from('Virksomhed;CVR-nr.\nÆrøs Smedje;'),
  };
  ids['importId'] = (await client.upload<{ id: string }>(`${base}/partner-imports`, file)).body.id;
  ids['linkId'] = await handOverAction(client, base);
  return ids;
}

/** A link that somebody without an account holds. */
async function handOverAction(client: TestClient, base: string): Promise<string> {
  const actions = await client.get<{ items: { id: string }[] }>(`${base}/meeting-actions?show=open&limit=1`);
  await client.put(`${base}/meeting-actions/${actions.body.items[0]?.id ?? ''}/hand-over`, {
    name: 'Kurt Frivillig',
    email: 'kurt@forening.example',
    locale: 'da',
  });
  const links = await client.get<{ items: { id: string }[] }>(`${base}/links?sort=-createdAt&limit=1`);
  const [newest] = links.body.items;
  if (newest === undefined) throw new Error('Handing an action over made no link');
  return newest.id;
}

/** One that is told of next to nothing: its page shows all the same. */
async function addWebhook(client: TestClient, base: string): Promise<string> {
  const { body } = await client.post<{ id: string }>(`${base}/webhooks`, {
    name: 'Fagsystem',
    url: 'https://fagsystem.example/modtag',
    types: ['integrations.webhook-removed'],
  });
  return body.id;
}

/** One that nobody asks: its page and its button on the sign-in page show all the same. */
async function addIdentityProvider(client: TestClient): Promise<string> {
  const { body } = await client.post<{ id: string }>('/api/v1/admin/identity-providers', {
    ...{ kind: 'organisation', nameDa: 'Hjørring Kommune', nameEn: 'Hjørring Municipality' },
    ...{ issuer: 'https://login.hjoerring.example', clientId: 'rygrad', clientSecret: 'test-only' },
    ...{ emailDomains: ['hjoerring.example'], cvrs: [], isActive: true },
  });
  return body.id;
}

const outsideAlliances = new Set([
  'ny',
  'outbox',
  'sign-in',
  'claim',
  'invitation',
  'konto',
  'administration',
]);

/** The address of a pattern, or undefined when it needs something that the example does not have. */
export function addressOf(pattern: string, slug: string, ids: Readonly<Record<string, string>>): string {
  const inAlliance = pattern !== '/' && !outsideAlliances.has(pattern.split('/')[0] ?? '');
  const filled = pattern.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? 'x'.repeat(43));
  return inAlliance ? `/a/${slug}/${filled}` : filled.startsWith('/') ? filled : `/${filled}`;
}
