import { eventually } from '#libs/testing';
import { type ContractWorld, filledIn, hashOn, startContractWorld } from './contract.builder.js';

let world: ContractWorld;

beforeAll(async () => {
  world = await startContractWorld();
});
afterAll(() => world.close());

describe('a partner signs over the mailed link, without JavaScript', () => {
  it('is asked by a named person with purpose and deadline, in Danish', async () => {
    const scene = await world.scene();
    await scene.sent();
    const [mail] = world.smtp.to(scene.email);
    expect(mail?.subject).toBe('Mette Sørensen beder jer underskrive: Partnerskabsaftale om Ungegarantien');
    expect(mail?.text).toContain('31. januar 2099');
    expect(mail?.text).toContain('Vi glæder os til at høre fra jer.');
    expect(mail?.replyTo?.value[0]?.address).toBe(scene.secretary.email);
  });

  it('sees what is asked, chooses, types a name, confirms with the code: the contract is signed', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const visitor = world.app.world.stranger;
    const welcome = await visitor.get<string>(page);
    expect(welcome.status).toBe(200);
    expect(welcome.text).toContain('Mette Sørensen fra Ungegarantien beder Nørreå Tømrer ApS');
    expect(welcome.text).toContain(`href="${page}/read?locale=da"`);
    const read = await visitor.get<string>(`${page}/read?locale=da`);
    expect(read.text).toContain('Være ambassadør for Ungegarantien over for andre virksomheder');
    expect(read.text).toContain('Ingen bliver sluppet.');
    const code = await scene.fillIn(page);
    const confirm = await visitor.get<string>(`${page}/confirm`);
    expect(confirm.text).toContain('Lærling eller elev: 2 pladser om året');
    expect(confirm.text).not.toContain('Mentor for en ung');
    const done = await visitor.form(`${page}/confirm`, { textHash: hashOn(confirm.text), code });
    expect(done.status).toBe(200);
    expect(done.text).toContain('Tak. Aftalen er underskrevet');
    expect(done.text).toContain('forsegles nu');
    const contract = await scene.show(id);
    expect(contract).toMatchObject({
      status: 'signed',
      commitments: [{ key: 'apprenticeship', count: 2 }],
      signatures: [{ side: 'partner', name: 'Åse Ørsted', method: 'typed', identifiedBy: 'link-and-code' }],
    });
    expect(contract.steps.map((step) => step.type)).toEqual(
      expect.arrayContaining(['drafted', 'sent', 'signed']),
    );
  });

  it('may read and sign in English', async () => {
    const scene = await world.scene({ locale: 'en' });
    const { page } = await scene.sent();
    expect(world.smtp.to(scene.email)[0]?.subject).toBe(
      'Mette Sørensen asks you to sign: Partnership agreement on Ungegarantien',
    );
    const read = await world.app.world.stranger.get<string>(`${page}/read`);
    expect(read.text).toContain('<html lang="en">');
    expect(read.text).toContain('Nobody is dropped.');
    expect((await world.app.world.stranger.get<string>(`${page}/read?locale=da`)).text).toContain(
      '<html lang="da">',
    );
  });

  it('looking spends nothing, however often a mail scanner does it', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const visitor = world.app.world.stranger;
    for (const path of ['', '/read', '/pass-on', '/confirm', '', '/read']) await visitor.get(page + path);
    expect((await scene.show(id)).status).toBe('sent');
    await scene.sign(page);
    expect((await scene.show(id)).status).toBe('signed');
  });

  it('finds what was filled in again when the phone has forgotten the page', async () => {
    const scene = await world.scene();
    const { page } = await scene.sent();
    await scene.fillIn(page);
    const read = await world.app.world.stranger.get<string>(`${page}/read`);
    expect(read.text).toContain('value="Åse Ørsted"');
    expect(read.text).toMatch(/id="pick-apprenticeship"[^>]*checked/);
    expect(read.text).not.toMatch(/id="pick-mentor"[^>]*checked/);
  });

  it('a drawn name is kept beside the typed one', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const code = await scene.fillIn(page, { ...filledIn, strokes: '[[[10,20],[30,40],[50,20]]]' });
    const { text } = await world.app.world.stranger.get<string>(`${page}/confirm`);
    await world.app.world.stranger.form(`${page}/confirm`, { textHash: hashOn(text), code });
    expect((await scene.show(id)).signatures[0]?.method).toBe('drawn');
  });
});

describe('the page says what to mend when', () => {
  it.each([
    ['the name is missing', { ...filledIn, name: ' ' }, 'Skriv dit fulde navn'],
    [
      'a number is missing',
      { ...filledIn, 'count-apprenticeship': '' },
      'Skriv, hvor mange I kan tilbyde af »Lærling eller elev«',
    ],
    ['the number is too large', { ...filledIn, 'count-apprenticeship': '900' }, 'fra 1 til 500'],
    ['the drawing is nonsense', { ...filledIn, strokes: '[[[1,2],["x",4]]]' }, 'Tegningen kunne ikke læses'],
  ])('%s', async (_case, fields, message) => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const textHash = hashOn((await world.app.world.stranger.get<string>(`${page}/read`)).text);
    const answer = await world.app.world.stranger.form(`${page}/read`, { textHash, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toMatch(/id="pick-apprenticeship"[^>]*checked/);
    expect((await scene.show(id)).status).toBe('sent');
  });

  it('a field is sent that the page does not have', async () => {
    const scene = await world.scene();
    const { page } = await scene.sent();
    const answer = await world.app.world.stranger.form(`${page}/read`, { ...filledIn, 'pick-sponsor': 'on' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('the code is wrong, and after five tries even the right one is refused until a new one is sent', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const code = await scene.fillIn(page);
    const visitor = world.app.world.stranger;
    const textHash = hashOn((await visitor.get<string>(`${page}/confirm`)).text);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await visitor.form(`${page}/confirm`, { textHash, code: wrong });
      expect([answer.status, answer.text.includes('Koden passer ikke')]).toEqual([422, true]);
    }
    expect((await visitor.form(`${page}/confirm`, { textHash, code })).status).toBe(422);
    expect((await scene.show(id)).status).toBe('sent');
    const again = await visitor.form(`${page}/code`, {});
    expect(again.headers.get('location')).toBe(`${page}/confirm?locale=da&sent=1`);
    const fresh = await eventually('another code arrives', async () =>
      world.smtp
        .to(scene.email)
        .filter(({ subject }) => subject?.startsWith('Din kode'))
        .flatMap(({ text }) => /\b(\d{6})\b/.exec(text)?.[1] ?? [])
        .find((each, index, all) => index === all.length - 1 && index > 0 && each !== code),
    );
    expect((await visitor.form(`${page}/confirm`, { textHash, code: fresh })).status).toBe(200);
  });

  it('the text has changed since it was shown: the old link ends, the new page asks again', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const code = await scene.fillIn(page);
    const visitor = world.app.world.stranger;
    const textHash = hashOn((await visitor.get<string>(`${page}/confirm`)).text);
    await changeTemplate(scene);
    expect((await scene.secretary.client.post(`${scene.contracts}/${id}/revision`)).status).toBe(204);
    const answer = await visitor.form(`${page}/confirm`, { textHash, code });
    expect([answer.status, answer.text.includes('Linket gælder ikke længere')]).toEqual([410, true]);
    expect(await scene.show(id)).toMatchObject({ status: 'sent', signatures: [], templateNumber: 2 });
  });

  it('another hash than that of the text is sent along', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const answer = await world.app.world.stranger.form(`${page}/read`, {
      textHash: 'f'.repeat(64),
      ...filledIn,
    });
    expect([answer.status, answer.text.includes('Teksten er ændret')]).toEqual([409, true]);
    expect((await scene.show(id)).status).toBe('sent');
  });

  it('the code is sent before anything is filled in', async () => {
    const scene = await world.scene();
    const { page } = await scene.sent();
    const answer = await world.app.world.stranger.form(`${page}/confirm`, { code: '123456', textHash: 'x' });
    expect(answer.status).toBe(422);
    expect((await world.app.world.stranger.get(`${page}/confirm`)).headers.get('location')).toBe(
      `${page}/read?locale=da`,
    );
  });
});

describe('a link that no longer signs says why', () => {
  it('signed already', async () => {
    const scene = await world.scene();
    const { page } = await scene.sent();
    await scene.sign(page);
    const answer = await world.app.world.stranger.get<string>(page);
    expect([answer.status, answer.text.includes('Aftalen er underskrevet')]).toEqual([410, true]);
  });

  it('withdrawn', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await scene.secretary.client.post(`${scene.contracts}/${id}/withdrawal`, { reason: 'Forkert firma' });
    const answer = await world.app.world.stranger.get<string>(page);
    expect([answer.status, answer.text.includes('Aftalen er trukket tilbage')]).toEqual([410, true]);
  });

  it('expired', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    await world.app.database.query(
      `update link set expires_at = now() - interval '1 day' where subject_id = $1`,
      [id],
    );
    const answer = await world.app.world.stranger.get<string>(page);
    expect([answer.status, answer.text.includes('Linket er udløbet')]).toEqual([410, true]);
  });

  it('never there, or for something else', async () => {
    for (const token of ['x'.repeat(43), 'cut-off', 'x'.repeat(280)]) {
      const answer = await world.app.world.stranger.get<string>(`/l/contract/${token}`);
      expect([answer.status, answer.text.includes('Linket passer ikke')]).toEqual([404, true]);
    }
  });
});

describe('two signatures at the same moment', () => {
  it('are one: the other is told that the agreement is signed', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const code = await scene.fillIn(page);
    const textHash = hashOn((await world.app.world.stranger.get<string>(`${page}/confirm`)).text);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => world.app.world.stranger.form(`${page}/confirm`, { textHash, code })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of answers) expect([200, 409, 410]).toContain(answer.status);
    const rows = await world.app.database.query(
      'select side from contract_signature where contract_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    expect((await scene.show(id)).steps.filter((step) => step.type === 'signed')).toHaveLength(1);
  });
});

describe('“wrong person?”', () => {
  it('passes the agreement on: the right one gets a link, the old one ends', async () => {
    const scene = await world.scene();
    const { id, page } = await scene.sent();
    const right = `direktoer-${id}@partner.example`;
    const answer = await world.app.world.stranger.form(`${page}/pass-on`, {
      name: 'Dorthe Direktør',
      email: right,
      language: 'da',
    });
    expect([answer.status, answer.text.includes('Dorthe Direktør får en mail')]).toEqual([200, true]);
    const mail = await world.smtp.arrival(right);
    expect(mail.text).toContain('Kaj Nør har givet aftalen videre til dig.');
    expect((await world.app.world.stranger.get(page)).status).toBe(410);
    const fresh = new URL(mail.links.find((link) => link.includes('/l/contract/')) ?? '').pathname;
    expect((await world.app.world.stranger.get(fresh)).status).toBe(200);
    expect((await scene.show(id)).recipient?.email).toBe(right);
  });

  it('asks again when the address is none', async () => {
    const scene = await world.scene();
    const { page } = await scene.sent();
    const answer = await world.app.world.stranger.form(`${page}/pass-on`, {
      name: 'X',
      email: 'nej',
      language: 'da',
    });
    expect(answer.status).toBe(422);
    expect((await world.app.world.stranger.get(page)).status).toBe(200);
  });
});

async function changeTemplate(scene: Awaited<ReturnType<ContractWorld['scene']>>): Promise<void> {
  const path = `/api/v1/alliances/${scene.allianceId}/contract-templates/${scene.templateId}`;
  const { body } = await scene.secretary.client.get<{
    name: string;
    version: number;
    text: { responseDays: number };
  }>(path);
  const answer = await scene.secretary.client.put(
    path,
    { name: body.name, text: { ...body.text, responseDays: 3 } },
    { ifMatch: body.version },
  );
  expect(answer.status).toBe(204);
}
