import { AlliancesModule } from '#libs/alliances';
import { newId } from '#libs/kernel';
import { startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { AgendasModule } from '../src/index.js';
import { agendaText } from './agenda-text.builder.js';

interface Version {
  id: string;
  number: number;
  state: string;
  version: number;
  tally: Record<string, number>;
  answers: {
    organisationId: string;
    answer: string | null;
    words: string;
    version: number;
    answeredBy: string | null;
    recordedBySecretariat: boolean;
  }[];
  may: { edit: boolean; steps: string[]; answerFor: string[] };
}
interface Problem {
  code: string;
  errors?: { field: string }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ modules: [AlliancesModule, AgendasModule] });
});
afterAll(() => app.close());

/** An alliance with a secretariat, a school and a municipality, and a member standing for the school. */
async function world() {
  const alliance = await app.world.alliance();
  const school = await app.world.organisation(alliance.id, { name: 'Hjørring Gymnasium', kind: 'school' });
  const municipality = await app.world.organisation(alliance.id, {
    name: 'Hjørring Kommune',
    kind: 'municipality',
  });
  const secretariat = await app.world.person([{ allianceId: alliance.id, role: 'secretariat' }]);
  const member = await app.world.person([
    { allianceId: alliance.id, role: 'member', organisationId: school.id },
  ]);
  const base = `/api/v1/alliances/${alliance.id}/agenda`;
  return { alliance, school, municipality, secretariat, member, base };
}

async function drafted(base: string, by: TestPerson, text = agendaText()): Promise<Version> {
  const { body } = await by.client.post<{ id: string }>(`${base}/versions`);
  const edited = await by.client.put<Version>(
    `${base}/versions/${body.id}`,
    { content: text },
    { ifMatch: 1 },
  );
  expect(edited.status).toBe(200);
  return edited.body;
}

async function putOut(base: string, by: TestPerson, organisationIds: string[], text = agendaText()) {
  const draft = await drafted(base, by, text);
  const out = await by.client.post<Version>(
    `${base}/versions/${draft.id}/put-out`,
    { organisationIds, answerBy: null },
    { ifMatch: draft.version },
  );
  expect(out.status).toBe(200);
  return out.body;
}

describe('an agenda is adopted organisation by organisation', () => {
  it('from draft over consultation to adopted, by a member and by the secretariat on behalf of another', async () => {
    const { school, municipality, secretariat, member, base } = await world();
    const out = await putOut(base, secretariat, [school.id, municipality.id]);
    expect(out.tally).toMatchObject({ asked: 2, awaited: 2 });

    const own = await member.client.put<Version>(
      `${base}/versions/${out.id}/answers/${school.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    expect(own.status).toBe(200);
    expect(own.body.may.answerFor).toEqual([school.id]);
    const recorded = await secretariat.client.put<Version>(
      `${base}/versions/${out.id}/answers/${municipality.id}`,
      { answer: 'concern', words: 'Økonomien skal afklares i byrådet' },
      { ifMatch: 1 },
    );
    expect(recorded.body.tally).toEqual({ asked: 2, consent: 1, concern: 1, objection: 0, awaited: 0 });
    expect(recorded.body.answers.map((answer) => [answer.answer, answer.recordedBySecretariat])).toEqual([
      ['consent', false],
      ['concern', true],
    ]);

    const adopted = await secretariat.client.post<Version>(
      `${base}/versions/${out.id}/adopt`,
      {},
      { ifMatch: recorded.body.version },
    );
    expect(adopted.body).toMatchObject({ state: 'adopted', number: 1 });
    const overview = await member.client.get<{ inForceId: string; openId: string | null }>(base);
    expect(overview.body).toMatchObject({ inForceId: out.id, openId: null });

    const events = await app.database.query<{ type: string }>(
      `select type from event where subject_id = $1 order by id`,
      [out.id],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'agendas.version-drafted',
      'agendas.version-edited',
      'agendas.version-put-out',
      'agendas.organisation-consented',
      'agendas.organisation-consented-with-concern',
      'agendas.version-adopted',
    ]);
  });

  it('and a change is a new version, told in words, that makes the old one history', async () => {
    const { school, secretariat, member, base } = await world();
    const text = agendaText();
    const first = await putOut(base, secretariat, [school.id], text);
    await member.client.put(
      `${base}/versions/${first.id}/answers/${school.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    await secretariat.client.post(`${base}/versions/${first.id}/adopt`, {}, { ifMatch: first.version });

    const second = await secretariat.client.post<{ id: string }>(`${base}/versions`);
    await secretariat.client.put(
      `${base}/versions/${second.body.id}`,
      { content: { ...text, vision: 'Alle unge har en god plads, de selv har valgt.' } },
      { ifMatch: 1 },
    );
    const difference = await member.client.get<{
      changes: { part: string; pieces: { kind: string; text: string }[] }[];
    }>(`${base}/versions/${second.body.id}/difference?from=${first.id}`);
    expect(difference.body.changes).toHaveLength(1);
    expect(difference.body.changes[0]?.part).toBe('vision');
    expect(difference.body.changes[0]?.pieces.find(({ kind }) => kind === 'added')?.text).toBe(' god');
    const sinceLast = await member.client.get(`${base}/versions/${second.body.id}/difference`);
    expect(sinceLast.body).toEqual(difference.body);
    const ofFirst = await member.client.get<{ changes: unknown[] }>(
      `${base}/versions/${first.id}/difference`,
    );
    expect(ofFirst.body.changes).toEqual([]);

    const out = await secretariat.client.post<Version>(
      `${base}/versions/${second.body.id}/put-out`,
      { organisationIds: [school.id] },
      { ifMatch: 2 },
    );
    await member.client.put(
      `${base}/versions/${second.body.id}/answers/${school.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    const adopted = await secretariat.client.post(
      `${base}/versions/${second.body.id}/adopt`,
      {},
      { ifMatch: out.body.version },
    );
    expect(adopted.status).toBe(200);
    const old = await member.client.get<Version>(`${base}/versions/${first.id}`);
    expect(old.body.state).toBe('superseded');
  });
});

describe('what is refused', () => {
  it('is a text that lacks its problem, naming the field', async () => {
    const { school, secretariat, base } = await world();
    const draft = await drafted(base, secretariat, agendaText({ problem: '' }));
    const answer = await secretariat.client.post<Problem>(
      `${base}/versions/${draft.id}/put-out`,
      { organisationIds: [school.id] },
      { ifMatch: draft.version },
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'agendas/not-ready', errors: [{ field: 'content.problem' }] });
  });

  it('is a change of a text others were shown, in the application and in the database', async () => {
    const { school, secretariat, base } = await world();
    const out = await putOut(base, secretariat, [school.id]);
    const answer = await secretariat.client.put<Problem>(
      `${base}/versions/${out.id}`,
      { content: agendaText() },
      { ifMatch: out.version },
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'agendas/text-fixed']);
    await expect(
      app.database.query(`update agenda_version set content = '{}' where id = $1`, [out.id]),
    ).rejects.toThrow('changes in a draft only');
  });

  it('is an objection without its reason, and adopting over one in silence', async () => {
    const { school, municipality, secretariat, member, base } = await world();
    const out = await putOut(base, secretariat, [school.id, municipality.id]);
    const silent = await member.client.put<Problem>(
      `${base}/versions/${out.id}/answers/${school.id}`,
      { answer: 'objection' },
      { ifMatch: 1 },
    );
    expect(silent.body).toMatchObject({ code: 'agendas/reason-needed', errors: [{ field: 'words' }] });
    await member.client.put(
      `${base}/versions/${out.id}/answers/${school.id}`,
      { answer: 'objection', words: 'Tidsplanen holder ikke' },
      { ifMatch: 1 },
    );
    await secretariat.client.put(
      `${base}/versions/${out.id}/answers/${municipality.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    const adopt = await secretariat.client.post<Problem>(
      `${base}/versions/${out.id}/adopt`,
      {},
      { ifMatch: out.version },
    );
    expect([adopt.status, adopt.body.code]).toEqual([409, 'agendas/objection-stands']);
  });

  it('is an answer for another organisation, and writing by a member', async () => {
    const { school, municipality, secretariat, member, base } = await world();
    const out = await putOut(base, secretariat, [school.id, municipality.id]);
    const other = await member.client.put(
      `${base}/versions/${out.id}/answers/${municipality.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    expect(other.status).toBe(403);
    expect((await member.client.post(`${base}/versions`)).status).toBe(403);
  });

  it('is a draft to an observer, who sees the version in force and no one’s reasons', async () => {
    const { alliance, school, secretariat, base } = await world();
    const observer = await app.world.person([{ allianceId: alliance.id, role: 'observer' }]);
    const out = await putOut(base, secretariat, [school.id]);
    expect((await observer.client.get(`${base}/versions/${out.id}`)).status).toBe(404);
    const answered = await secretariat.client.put<Version>(
      `${base}/versions/${out.id}/answers/${school.id}`,
      { answer: 'concern', words: 'Fortroligt mellem parterne' },
      { ifMatch: 1 },
    );
    await secretariat.client.post(`${base}/versions/${out.id}/adopt`, {}, { ifMatch: answered.body.version });
    const seen = await observer.client.get<Version>(`${base}/versions/${out.id}`);
    expect(seen.body.answers[0]).toMatchObject({ answer: 'concern', words: '', answeredBy: null });
  });

  it('is a contribution by an organisation of another alliance', async () => {
    const { secretariat, base } = await world();
    const elsewhere = await world();
    const { body: draft } = await secretariat.client.post<{ id: string }>(`${base}/versions`);
    const text = agendaText();
    const answer = await secretariat.client.put<Problem>(
      `${base}/versions/${draft.id}`,
      {
        content: {
          ...text,
          contributions: [
            {
              id: newId(),
              organisationId: elsewhere.school.id,
              commitment: 'Ti pladser',
              outcomeId: text.outcomes[0]?.id,
            },
          ],
        },
      },
      { ifMatch: 1 },
    );
    expect(answer.body).toMatchObject({
      code: 'agendas/organisation-unknown',
      errors: [{ field: 'content.contributions.0.organisationId' }],
    });
  });

  it('is another alliance’s agenda, with the same answer as one that does not exist', async () => {
    const here = await world();
    const elsewhere = await world();
    const foreign = await putOut(elsewhere.base, elsewhere.secretariat, [elsewhere.school.id]);
    for (const [method, path, body] of [
      ['get', '', undefined],
      ['put', '', { content: agendaText() }],
      ['post', '/put-out', { organisationIds: [here.school.id] }],
      ['post', '/adopt', {}],
      ['post', '/take-back', { reason: 'x' }],
      ['post', '/discard', {}],
      ['post', '/asked', { organisationIds: [here.school.id] }],
      ['put', `/answers/${here.school.id}`, { answer: 'consent' }],
    ] as const) {
      const ask = (id: string) =>
        method === 'get'
          ? here.secretariat.client.get<Problem>(`${here.base}/versions/${id}${path}`)
          : here.secretariat.client[method]<Problem>(`${here.base}/versions/${id}${path}`, body, {
              ifMatch: 1,
            });
      const [stranger, nothing] = [await ask(foreign.id), await ask(newId())];
      expect([path, stranger.status, stranger.body.code]).toEqual([path, 404, 'platform/not-found']);
      expect([path, nothing.status, nothing.body.code]).toEqual([path, 404, 'platform/not-found']);
    }
  });
});

describe('two at once', () => {
  it('who begin a draft: one does, the other is told', async () => {
    const { secretariat, base } = await world();
    const answers = await Promise.all([1, 2, 3].map(() => secretariat.client.post(`${base}/versions`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('who edit the same text: one is kept, the other is told to load it again', async () => {
    const { secretariat, base } = await world();
    const draft = await drafted(base, secretariat);
    const edits = await Promise.all(
      ['Den ene', 'Den anden'].map((title) =>
        secretariat.client.put(
          `${base}/versions/${draft.id}`,
          { content: agendaText({ title }) },
          { ifMatch: draft.version },
        ),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('who answer for the same organisation: one is kept', async () => {
    const { school, secretariat, member, base } = await world();
    const out = await putOut(base, secretariat, [school.id]);
    const path = `${base}/versions/${out.id}/answers/${school.id}`;
    const answers = await Promise.all([
      member.client.put(path, { answer: 'consent' }, { ifMatch: 1 }),
      secretariat.client.put(path, { answer: 'objection', words: 'Nej' }, { ifMatch: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('who adopt and take back: one is done', async () => {
    const { school, secretariat, member, base } = await world();
    const out = await putOut(base, secretariat, [school.id]);
    await member.client.put(
      `${base}/versions/${out.id}/answers/${school.id}`,
      { answer: 'consent' },
      { ifMatch: 1 },
    );
    const answers = await Promise.all([
      secretariat.client.post(`${base}/versions/${out.id}/adopt`, {}, { ifMatch: out.version }),
      secretariat.client.post(
        `${base}/versions/${out.id}/take-back`,
        { reason: 'Rettelser' },
        { ifMatch: out.version },
      ),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
