import { AlliancesModule } from '#libs/alliances';
import { FixedClock } from '#libs/kernel';
import { connectSocket, eventually, startMailServer, startTestApp } from '#libs/testing';
import { browser, type Invitations, mailedToken, office, tokenOf } from './invitation.builder.js';

interface Problem {
  code: string;
}
interface Listed {
  items: { id: string; state: string; mails: number; hasLink: boolean; acceptedOn: string | null }[];
}

describe('an invitation to an alliance', () => {
  let place: Invitations;
  let serial = 0;
  const clock = new FixedClock('2026-11-24T09:00:00Z');

  beforeAll(async () => {
    const smtp = await startMailServer();
    place = {
      smtp,
      app: await startTestApp({ modules: [AlliancesModule], clock, settings: { SMTP_URL: smtp.url } }),
    };
  });
  afterAll(async () => {
    await place.app.close();
    await place.smtp.stop();
  });
  afterEach(() => {
    clock.setTo('2026-11-24T09:00:00Z');
  });

  const guest = (given: object = {}) => {
    serial += 1;
    const email = `gaest-${String(serial)}@forening.example`;
    return { name: 'Karen Holm', email, role: 'member', ...given };
  };

  it('by mail makes an account, gives the role and signs in; the link works by its button only, and once', async () => {
    const { base, head, slug, id } = await office(place);
    const who = guest();
    const made = await head.client.post<{ id: string; link: null }>(`${base}/invitations`, who);
    expect(made).toMatchObject({ status: 201, body: { link: null } });
    const token = await mailedToken(place, who.email);
    const page = browser(place);
    for (let times = 0; times < 2; times += 1)
      expect((await page.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
        invitedBy: 'Mette Sørensen',
        role: 'member',
        email: who.email,
        provesAddress: true,
        hasAccount: false,
        signedInAs: null,
      });
    const accepted = await page.post(`/api/v1/invitations/${token}/accept`, { name: 'Karen M. Holm' });
    expect(accepted).toMatchObject({ status: 200, body: { slug, signedIn: true } });
    expect((await page.get(`/api/v1/alliances/${id}`)).status).toBe(200);
    expect((await page.get('/api/v1/me')).body).toMatchObject({
      person: { name: 'Karen M. Holm', email: who.email },
    });
    const again = await browser(place).post<Problem>(`/api/v1/invitations/${token}/accept`, {});
    expect(again).toMatchObject({ status: 410, body: { code: 'alliances/invitation-accepted' } });
    expect((await head.client.get<Listed>(`${base}/invitations`)).body.items).toMatchObject([
      { state: 'accepted', acceptedOn: null, mails: 1 },
    ]);
  });

  it('gives a known person the role, but a mail two weeks old opens nobody’s account', async () => {
    const { base, head, id } = await office(place);
    const known = await place.app.world.person();
    await head.client.post(`${base}/invitations`, guest({ email: known.email.toUpperCase() }));
    const token = await mailedToken(place, known.email);
    const page = browser(place);
    expect((await page.get(`/api/v1/invitations/${token}`)).body).toMatchObject({ hasAccount: true });
    expect((await page.post(`/api/v1/invitations/${token}/accept`, {})).body).toMatchObject({
      signedIn: false,
    });
    expect((await page.get('/api/v1/me')).status).toBe(401);
    expect((await known.client.get(`/api/v1/alliances/${id}`)).status).toBe(200);
  });

  it('is accepted on another address by whoever is signed in, and the secretariat sees which', async () => {
    const { base, head, id } = await office(place);
    const other = await place.app.world.person();
    const who = guest();
    await head.client.post(`${base}/invitations`, who);
    const token = await mailedToken(place, who.email);
    expect((await other.client.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
      signedInAs: { email: other.email, isInvited: false },
    });
    expect((await other.client.post(`/api/v1/invitations/${token}/accept`, {})).status).toBe(200);
    expect((await other.client.get(`/api/v1/alliances/${id}`)).status).toBe(200);
    expect((await head.client.get<Listed>(`${base}/invitations`)).body.items).toMatchObject([
      { state: 'accepted', acceptedOn: other.email },
    ]);
  });

  it('by a copied link proves no address: a code to one does, or being signed in', async () => {
    const { base, head } = await office(place);
    const made = await head.client.post<{ link: string }>(`${base}/invitations`, guest({ by: 'link' }));
    const token = tokenOf(made.body.link);
    const page = browser(place);
    expect((await page.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
      email: null,
      hasAccount: null,
      provesAddress: false,
    });
    const accept = `/api/v1/invitations/${token}/accept`;
    expect((await page.post(accept, { name: 'Karen' })).body).toMatchObject({
      code: 'alliances/invitation-needs-address',
    });
    const own = `egen-${String(serial)}@hjemme.example`;
    expect((await page.post(`/api/v1/invitations/${token}/codes`, { email: own })).status).toBe(204);
    const mail = await eventually('the code', () => Promise.resolve(place.smtp.to(own)[0]));
    const code = /\b\d{6}\b/.exec(mail.text)?.[0] ?? '';
    // The code speaks for the address it was sent to, and for no other.
    const stolen = await page.post(accept, { email: 'chef@forening.example', code });
    expect(stolen.body).toMatchObject({ code: 'platform/code-wrong' });
    expect((await page.post(accept, { email: own, code })).body).toMatchObject({ signedIn: true });
    expect((await page.get('/api/v1/me')).body).toMatchObject({ person: { email: own } });
  });

  it('ends after fourteen days; sent again, it holds anew and the old link no longer', async () => {
    const { base, head } = await office(place);
    const who = guest();
    const made = await head.client.post<{ id: string }>(`${base}/invitations`, who);
    const first = await mailedToken(place, who.email);
    clock.setTo('2026-12-08T09:00:00Z');
    expect((await browser(place).get(`/api/v1/invitations/${first}`)).body).toMatchObject({
      code: 'alliances/invitation-expired',
    });
    expect((await head.client.get<Listed>(`${base}/invitations`)).body.items).toMatchObject([
      { state: 'expired' },
    ]);
    expect((await head.client.post(`${base}/invitations/${made.body.id}/resend`)).status).toBe(204);
    const second = await mailedToken(place, who.email, 2);
    expect((await browser(place).get(`/api/v1/invitations/${first}`)).body).toMatchObject({
      code: 'alliances/invitation-unknown',
    });
    expect((await browser(place).post(`/api/v1/invitations/${second}/accept`, {})).status).toBe(200);
    expect((await head.client.post(`${base}/invitations/${made.body.id}/resend`)).body).toMatchObject({
      code: 'alliances/invitation-closed',
    });
  });

  it('can be withdrawn, and then again be made', async () => {
    const { base, head } = await office(place);
    const who = guest();
    const made = await head.client.post<{ id: string }>(`${base}/invitations`, who);
    const token = await mailedToken(place, who.email);
    expect((await head.client.post(`${base}/invitations`, who)).body).toMatchObject({
      code: 'alliances/already-invited',
    });
    expect((await head.client.delete(`${base}/invitations/${made.body.id}`)).status).toBe(204);
    expect((await browser(place).post(`/api/v1/invitations/${token}/accept`, {})).body).toMatchObject({
      code: 'alliances/invitation-withdrawn',
    });
    expect((await head.client.post(`${base}/invitations/${made.body.id}/links`)).body).toMatchObject({
      code: 'alliances/invitation-closed',
    });
    expect((await head.client.post(`${base}/invitations`, who)).status).toBe(201);
  });

  it('accepted by two at once is accepted by one', async () => {
    const { base, head } = await office(place);
    const made = await head.client.post<{ link: string }>(`${base}/invitations`, guest({ by: 'link' }));
    const path = `/api/v1/invitations/${tokenOf(made.body.link)}/accept`;
    const people = await Promise.all([1, 2, 3].map(() => place.app.world.person()));
    const answers = await Promise.all(people.map(({ client }) => client.post(path, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const { body } = await head.client.get<{ items: unknown[] }>(`${base}/members`);
    expect(body.items).toHaveLength(2);
  });

  it('withdrawn while it is being accepted is one of both', async () => {
    const { base, head } = await office(place);
    const made = await head.client.post<{ id: string; link: string }>(
      `${base}/invitations`,
      guest({ by: 'link' }),
    );
    const person = await place.app.world.person();
    const [accepted, withdrawn] = await Promise.all([
      person.client.post(`/api/v1/invitations/${tokenOf(made.body.link)}/accept`, {}),
      head.client.delete(`${base}/invitations/${made.body.id}`),
    ]);
    expect([
      [200, 409],
      [410, 204],
    ]).toContainEqual([accepted.status, withdrawn.status]);
  });

  it('waits for whoever proves its address by signing in', async () => {
    const { base, head, slug } = await office(place);
    const known = await place.app.world.person();
    const made = await head.client.post<{ id: string }>(`${base}/invitations`, guest({ email: known.email }));
    expect((await known.client.get('/api/v1/me/invitations')).body).toMatchObject({
      items: [{ id: made.body.id, role: 'member' }],
    });
    const stranger = await place.app.world.person();
    const path = `/api/v1/me/invitations/${made.body.id}/accept`;
    expect((await stranger.client.get('/api/v1/me/invitations')).body).toEqual({ items: [] });
    expect((await stranger.client.post(path)).status).toBe(404);
    expect((await known.client.post(path)).body).toEqual({ slug, signedIn: true });
    expect((await known.client.get('/api/v1/me/invitations')).body).toEqual({ items: [] });
  });

  it('asks for an organisation of its own where the role needs one', async () => {
    const { base, head, id } = await office(place);
    const elsewhere = await place.app.world.alliance();
    const [own, foreign] = [
      await place.app.world.organisation(id, { kind: 'municipality' }),
      await place.app.world.organisation(elsewhere.id, { kind: 'municipality' }),
    ];
    const invite = (organisationId?: string) =>
      head.client.post(`${base}/invitations`, guest({ role: 'caseworker', organisationId }));
    expect(await invite()).toMatchObject({ status: 422, body: { errors: [{ field: 'organisationId' }] } });
    expect((await invite(foreign.id)).status).toBe(404);
    expect((await invite(own.id)).status).toBe(201);
  });

  it('of a caseworker is not for a company, which has none', async () => {
    const { base, head, id } = await office(place);
    const company = await place.app.world.organisation(id, { name: 'Fiskeeksport ApS' });
    const invite = (role: string) =>
      head.client.post<{ detail: string }>(
        `${base}/invitations`,
        guest({ role, organisationId: company.id }),
      );
    const refused = await invite('caseworker');
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'alliances/role-not-for-kind', errors: [{ field: 'organisationId' }] },
    });
    expect(refused.body.detail).toContain('Fiskeeksport ApS');
    expect((await invite('partner')).status).toBe(201);
  });

  it('has one link that works: a new one ends the copied and the mailed one, a new mail the copied one', async () => {
    const { base, head } = await office(place);
    const who = guest();
    const made = await head.client.post<{ id: string }>(`${base}/invitations`, who);
    const path = `${base}/invitations/${made.body.id}`;
    await mailedToken(place, who.email);
    await head.client.post(`${path}/resend`);
    const mailed = await mailedToken(place, who.email, 2);
    const copied = tokenOf((await head.client.post<{ link: string }>(`${path}/links`)).body.link);
    const look = async (token: string) => (await browser(place).get(`/api/v1/invitations/${token}`)).status;
    expect([await look(mailed), await look(copied)]).toEqual([404, 200]);
    await head.client.post(`${path}/resend`);
    expect([await look(copied), await look(await mailedToken(place, who.email, 3))]).toEqual([404, 200]);
  });

  it('is the secretariat’s alone, and of its own alliance', async () => {
    const [here, there] = [await office(place), await office(place)];
    const member = await place.app.world.person([{ allianceId: here.id, role: 'member' }]);
    const { body } = await here.head.client.post<{ id: string }>(`${here.base}/invitations`, guest());
    expect((await member.client.get(`${here.base}/invitations`)).status).toBe(403);
    expect((await member.client.post(`${here.base}/invitations`, guest())).status).toBe(403);
    for (const send of [
      () => there.head.client.post(`${there.base}/invitations/${body.id}/resend`),
      () => there.head.client.post(`${there.base}/invitations/${body.id}/links`),
      () => there.head.client.delete(`${there.base}/invitations/${body.id}`),
      () => there.head.client.delete(`${here.base}/invitations/${body.id}`),
    ])
      expect((await send()).status).toBe(404);
    expect((await there.head.client.get<Listed>(`${there.base}/invitations`)).body.items).toEqual([]);
  });

  it('to somebody who takes part already, or whose access is closed, says so', async () => {
    const { base, head, id } = await office(place);
    const member = await place.app.world.person([{ allianceId: id, role: 'member' }]);
    expect(
      (await head.client.post(`${base}/invitations`, guest({ email: member.email }))).body,
    ).toMatchObject({
      code: 'alliances/member-has-role',
    });
    const closed = await place.app.world.person();
    await place.app.database.query('update person set deactivated_at = now() where id = $1', [closed.id]);
    await head.client.post(`${base}/invitations`, guest({ email: closed.email }));
    const token = await mailedToken(place, closed.email);
    expect((await browser(place).post(`/api/v1/invitations/${token}/accept`, {})).body).toMatchObject({
      code: 'alliances/invitation-access-closed',
    });
  });

  it('gives a role at once, also to a socket that waits', async () => {
    const { base, head, id } = await office(place);
    const person = await place.app.world.person();
    await expect(connectSocket(place.app.url, person.cookie, id)).rejects.toThrow();
    const made = await head.client.post<{ link: string }>(`${base}/invitations`, guest({ by: 'link' }));
    await person.client.post(`/api/v1/invitations/${tokenOf(made.body.link)}/accept`, {});
    const socket = await connectSocket(place.app.url, person.cookie, id);
    socket.close();
  });
});
