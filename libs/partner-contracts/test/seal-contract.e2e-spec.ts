import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { Contract } from '#libs/api-schema';
import { JobRegistry, verifySeals } from '#libs/platform';
import { eventually, type ReceivedMail } from '#libs/testing';
import { type ContractScene, type ContractWorld, startContractWorld } from './contract.builder.js';

const run = promisify(execFile);
let world: ContractWorld;
let folder: string;

beforeAll(async () => {
  world = await startContractWorld();
  folder = await mkdtemp(join(tmpdir(), 'contract-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function tool(name: string, bytes: Uint8Array, ...rest: string[]): Promise<string> {
  const path = join(folder, 'contract.pdf');
  await writeFile(path, bytes);
  const program = name === 'pdfsig' ? (process.env['PDFSIG_PATH'] ?? name) : name;
  return (await run(program, name === 'pdfsig' ? ['-nocert', path] : [path, ...rest])).stdout;
}

function pdfOf(mail: ReceivedMail): Uint8Array {
  const [attachment] = mail.attachments;
  expect(attachment?.contentType).toBe('application/pdf');
  return attachment?.content ?? new Uint8Array();
}

async function sealed(scene: ContractScene, id: string): Promise<Contract> {
  return eventually('the document is sealed', async () => {
    const contract = await scene.show(id);
    return contract.document === 'sealed' && contract;
  });
}

describe('after the partner has signed', () => {
  it('both sides get a sealed receipt that pdfsig calls valid and that covers the whole file', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    const receipt = await world.smtp.arrival(
      scene.email,
      ({ subject }) => subject?.startsWith('Kvittering') === true,
    );
    const toSecretary = await world.smtp.arrival(scene.secretary.email);
    expect(toSecretary.subject).toBe('Nørreå Tømrer ApS har underskrevet: medunderskriv nu');
    expect(toSecretary.text).toContain(`/kontrakter/${id}`);
    const bytes = pdfOf(receipt);
    expect(Buffer.compare(bytes, pdfOf(toSecretary))).toBe(0);
    const said = await tool('pdfsig', bytes);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(await verifySeals(new Uint8Array(bytes))).toMatchObject({
      untouched: true,
      seals: [{ intact: true }],
    });
    const text = await tool('pdftotext', bytes, '-');
    for (const part of [
      'Partnerskabsaftale om Ungegarantien',
      'Nørreå Tømrer ApS',
      'Lærling eller elev: 2 pladser om året',
      'Åse Ørsted',
      'Afventer sekretariatets medunderskrift',
      'Simpel elektronisk underskrift (eIDAS',
      'udviklingscertifikat',
    ]) {
      expect(text).toContain(part);
    }
    const { textHash } = await sealed(scene, id);
    expect(text.replace(/\s/g, '')).toContain(textHash);
  });
});

describe('after the secretariat has counter-signed', () => {
  it('both sides get the final document with both signatures; it can be fetched, and is handed out with the contact person’s data', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.counterSign(id);
    const mail = await world.smtp.arrival(
      scene.email,
      ({ subject }) => subject?.endsWith('er i kraft') === true,
    );
    await world.smtp.arrival(
      scene.secretary.email,
      ({ subject }) => subject?.endsWith('er i kraft') === true,
    );
    const text = await tool('pdftotext', pdfOf(mail), '-');
    expect(text).toContain('Mette Sørensen');
    expect(text).toContain('Sekretariatet medunderskrev');
    expect(text).not.toContain('Afventer');
    expect(await tool('pdfsig', pdfOf(mail))).toContain('Total document signed');
    await sealed(scene, id);
    const url = `${world.app.url}${scene.contracts}/${id}/document.pdf`;
    const answer = await fetch(url, { headers: { cookie: scene.secretary.cookie } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), pdfOf(mail))).toBe(0);

    const [contact] = await world.app.database.query<{ id: string }>(
      'select id from contact_person where alliance_id = $1 and email = $2',
      [scene.allianceId, scene.email],
    );
    const rights = `${world.app.url}/api/v1/alliances/${scene.allianceId}/person-data/contact-person/${contact?.id ?? ''}`;
    const zip = await fetch(`${rights}/zip`, { headers: { cookie: scene.secretary.cookie } });
    const documents = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer()))).flatMap(
      ([path, bytes]) => (path.startsWith('files/') ? [Buffer.compare(bytes, pdfOf(mail))] : []),
    );
    // What the partner signed, and what both did.
    expect([documents.length, documents.filter((different) => different === 0).length]).toEqual([2, 1]);
  });
});

describe('sealing', () => {
  it('done twice keeps one document and mails it once', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await sealed(scene, id);
    const before = await files(scene.allianceId);
    const queue = world.app.get(JobRegistry).find('partner-contracts.seal');
    const context = { jobId: id, attempt: 2, isLast: false, progress: () => Promise.resolve() };
    await queue?.handler({ allianceId: scene.allianceId, contractId: id, stage: 'partner' }, context);
    expect(await files(scene.allianceId)).toEqual(before);
    expect((await scene.show(id)).messages.filter((each) => each.kind === 'receipt')).toHaveLength(2);
  });

  it('is finished by the job when the process was killed between signing and sealing', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await sealed(scene, id);
    // What a killed process leaves behind: signed, nothing sealed, and the job as it was claimed.
    await world.app.database.query(`update contract set partner_document_id = null where id = $1`, [id]);
    await world.app.database.query(
      `update job set state = 'running', lease_until = now() - interval '1 minute', finished_at = null
       where queue = 'partner-contracts.seal' and payload ->> 'contractId' = $1`,
      [id],
    );
    expect((await scene.show(id)).document).toBe('sealing');
    expect((await scene.secretary.client.get(`${scene.contracts}/${id}/document.pdf`)).status).toBe(409);
    await sealed(scene, id);
  });

  it('leaves events without any person in them', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.sign(page);
    await scene.counterSign(id);
    await sealed(scene, id);
    const events = await world.app.database.query<{ type: string; payload: unknown }>(
      `select type, payload from event where subject_id = $1 and type like 'partner-contracts.%' order by id`,
      [id],
    );
    const types = events.map((event) => event.type.replace('partner-contracts.', ''));
    expect(types.slice(0, 3)).toEqual(['contract-drafted', 'contract-sent', 'contract-signed']);
    expect(types).toEqual(expect.arrayContaining(['contract-activated', 'document-sealed']));
    expect(JSON.stringify(events)).not.toMatch(/Åse|Kaj|Mette|@/);
  });
});

function files(allianceId: string): Promise<unknown[]> {
  return world.app.database.query('select id from file where alliance_id = $1 order by id', [allianceId]);
}
