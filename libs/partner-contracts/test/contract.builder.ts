import { AlliancesModule } from '#libs/alliances';
import { defaultContractTemplate, type Contract } from '#libs/api-schema';
import type { Clock } from '#libs/kernel';
import { PartnerContractsModule } from '#libs/partner-contracts';
import {
  eventually,
  startMailServer,
  startTestApp,
  type TestApp,
  type TestMailServer,
  type TestPerson,
} from '#libs/testing';

/** An application with a mail server, and short ways to a contract in any state. */
export interface ContractWorld {
  readonly app: TestApp;
  readonly smtp: TestMailServer;
  close(): Promise<void>;
  /** An alliance with a secretary, a partner with a contact person, and a template. */
  scene(given?: { locale?: 'da' | 'en' }): Promise<ContractScene>;
}

/** One alliance of its own for one case. */
export interface ContractScene {
  readonly allianceId: string;
  readonly secretary: TestPerson;
  readonly partner: { readonly id: string; readonly name: string };
  readonly email: string;
  readonly templateId: string;
  /** Path of the alliance's contracts. */
  readonly contracts: string;
  /** Sends a contract to the partner and reads the address of the signing page from the mail. */
  sent(): Promise<{ id: string; page: string }>;
  /** The contract as the secretariat sees it. */
  show(id: string): Promise<Contract>;
  /** Fills in the page and answers with the code from the mail. */
  fillIn(page: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  /** The whole way of the partner. */
  sign(page: string): Promise<void>;
  /** The secretariat's signature. */
  counterSign(id: string): Promise<void>;
}

/**
 * Starts the application.
 * @param clock the machine's own when left out
 * @param webRoot built web files, for pages with their script
 */
export async function startContractWorld(clock?: Clock, webRoot?: string): Promise<ContractWorld> {
  const smtp = await startMailServer();
  const app = await startTestApp({
    modules: [AlliancesModule, PartnerContractsModule],
    settings: { SMTP_URL: smtp.url },
    ...(clock === undefined ? {} : { clock }),
    ...(webRoot === undefined ? {} : { webRoot }),
  });
  return {
    app,
    smtp,
    scene: (given = {}) => scene(app, smtp, given.locale ?? 'da'),
    async close() {
      await app.close();
      await smtp.stop();
    },
  };
}

/** The hash of the text that a page shows, as its form carries it. */
export function hashOn(page: string): string {
  return /name="textHash" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
}

/** What the partner fills in when nothing else is said. */
export const filledIn = {
  name: 'Åse Ørsted',
  'pick-apprenticeship': 'on',
  'count-apprenticeship': '2',
  'count-mentor': '1',
  strokes: '',
};

async function scene(app: TestApp, smtp: TestMailServer, locale: 'da' | 'en'): Promise<ContractScene> {
  const alliance = await app.world.alliance({ name: 'Ungegarantien' });
  const roles = [{ allianceId: alliance.id, role: 'secretariat' as const }];
  const secretary = await app.world.person(roles, { name: 'Mette Sørensen' });
  const email = `kontakt-${alliance.id}@partner.example`;
  const partner = await app.world.organisation(alliance.id, {
    name: 'Nørreå Tømrer ApS',
    email,
    contact: 'Kaj Nør',
  });
  const base = `/api/v1/alliances/${alliance.id}`;
  const contracts = `${base}/contracts`;
  const created = await secretary.client.post<{ id: string }>(`${base}/contract-templates`, {
    name: 'Partnerskabsaftale',
    text: defaultContractTemplate,
  });
  expect(created.status).toBe(201);
  const templateId = created.body.id;
  const visitor = app.world.stranger;

  const self: ContractScene = {
    allianceId: alliance.id,
    secretary,
    partner,
    email,
    templateId,
    contracts,
    async sent() {
      const recipient = { name: 'Kaj Nør', email, locale };
      const answer = await secretary.client.post<{ items: { id: string }[] }>(contracts, {
        templateId,
        partners: [{ organisationId: partner.id, recipient }],
        answerBy: '2099-01-31',
        message: 'Vi glæder os til at høre fra jer.',
        send: true,
      });
      expect(answer.text).toContain('"status":"sent"');
      const mail = await smtp.arrival(email, ({ links }) =>
        links.some((link) => link.includes('/l/contract/')),
      );
      const page = new URL(mail.links.find((link) => link.includes('/l/contract/')) ?? '').pathname;
      return { id: answer.body.items[0]?.id ?? '', page };
    },
    async show(id) {
      const answer = await secretary.client.get<Contract>(`${contracts}/${id}`);
      expect(answer.status).toBe(200);
      return answer.body;
    },
    async fillIn(page, fields = filledIn) {
      const before = smtp.to(email).length;
      const textHash = hashOn((await visitor.get(`${page}/read`)).text);
      const answer = await visitor.form(`${page}/read`, { textHash, ...fields });
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `${page}/confirm?locale=${locale}`,
      ]);
      return eventually('the code arrives', async () => {
        const mail = smtp
          .to(email)
          .slice(before)
          .find(({ subject }) => /^(Din kode|Your code)/.test(subject ?? ''));
        return mail === undefined ? undefined : /\b(\d{6})\b/.exec(mail.text)?.[1];
      });
    },
    async sign(page) {
      const code = await self.fillIn(page);
      const textHash = hashOn((await visitor.get(`${page}/confirm`)).text);
      const answer = await visitor.form(`${page}/confirm`, { textHash, code });
      expect(answer.status).toBe(200);
    },
    async counterSign(id) {
      const { textHash } = await self.show(id);
      const answer = await secretary.client.post(`${contracts}/${id}/counter-signature`, {
        name: 'Mette Sørensen',
        textHash,
      });
      expect([answer.status, answer.text]).toEqual([204, '']);
    },
  };
  return self;
}
