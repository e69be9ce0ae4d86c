import { AlliancesModule } from '#libs/alliances';
import { connectSocket, eventually, startMailServer, startTestApp } from '#libs/testing';
import { type Invitations, office } from './invitation.builder.js';

interface Members {
  items: {
    id: string;
    personId: string;
    role: string;
    pausedBecause: string | null;
    ownedPartners: number;
  }[];
}

interface Refusal {
  code: string;
  errors?: { field: string }[];
}

describe('the people of an alliance', () => {
  let place: Invitations;

  beforeAll(async () => {
    const smtp = await startMailServer();
    place = {
      smtp,
      app: await startTestApp({ modules: [AlliancesModule], settings: { SMTP_URL: smtp.url } }),
    };
  });
  afterAll(async () => {
    await place.app.close();
    await place.smtp.stop();
  });

  const world = () => place.app.world;
  const membersOf = async ({ base, head }: Awaited<ReturnType<typeof office>>) =>
    (await head.client.get<Members>(`${base}/members`)).body.items;
  const roleOf = async (at: Awaited<ReturnType<typeof office>>, personId: string) => {
    const found = (await membersOf(at)).find((each) => each.personId === personId);
    if (found === undefined) throw new Error('not a member');
    return found;
  };
  const ownedBy = async (allianceId: string, ownerId: string | null) => {
    const rows = await place.app.database.query(
      'select organisation_id from membership where alliance_id = $1 and contact_owner_id is not distinct from $2',
      [allianceId, ownerId],
    );
    return rows.length;
  };
  const partnersOf = async (at: Awaited<ReturnType<typeof office>>, ownerId: string, count: number) => {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id } = await world().organisation(at.id);
      ids.push(id);
    }
    await place.app.database.query(
      'update membership set contact_owner_id = $3 where alliance_id = $1 and organisation_id = any ($2)',
      [at.id, ids, ownerId],
    );
    return ids;
  };

  it('rest and come back; a resting role counts as none, at once and on sockets', async () => {
    const at = await office(place);
    const person = await world().person([{ allianceId: at.id, role: 'member' }]);
    const { id } = await roleOf(at, person.id);
    const socket = await connectSocket(place.app.url, person.cookie, at.id);
    expect((await at.head.client.post(`${at.base}/members/${id}/pause`)).status).toBe(204);
    expect((await person.client.get(at.base)).status).toBe(404);
    await eventually('the socket is cut off', () => Promise.resolve(!socket.socket.connected));
    expect(await roleOf(at, person.id)).toMatchObject({ pausedBecause: 'person' });
    expect((await at.head.client.post(`${at.base}/members/${id}/pause`)).body).toMatchObject({
      code: 'alliances/member-paused',
    });
    expect((await at.head.client.post(`${at.base}/members/${id}/resume`)).status).toBe(204);
    expect((await person.client.get(at.base)).status).toBe(200);
    expect((await at.head.client.post(`${at.base}/members/${id}/resume`)).body).toMatchObject({
      code: 'alliances/member-not-paused',
    });
  });

  it('keep one in the secretariat who neither rests nor is shut out, whoever pauses whom at once', async () => {
    const at = await office(place);
    const other = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    const [own, theirs] = [await roleOf(at, at.head.id), await roleOf(at, other.id)];
    const answers = await Promise.all([
      at.head.client.post(`${at.base}/members/${theirs.id}/pause`),
      other.client.post(`${at.base}/members/${own.id}/pause`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const alone = await office(place);
    const closed = await world().person([{ allianceId: alone.id, role: 'secretariat' }]);
    await place.app.database.query('update person set deactivated_at = now() where id = $1', [closed.id]);
    const { id } = await roleOf(alone, alone.head.id);
    expect((await alone.head.client.delete(`${alone.base}/members/${id}`)).body).toMatchObject({
      code: 'alliances/last-secretariat',
    });
  });

  it('are changed by the secretariat of their own alliance only', async () => {
    const [here, there] = [await office(place), await office(place)];
    const person = await world().person([{ allianceId: here.id, role: 'member' }]);
    const { id } = await roleOf(here, person.id);
    for (const step of ['pause', 'resume']) {
      expect((await person.client.post(`${here.base}/members/${id}/${step}`)).status).toBe(403);
      expect((await there.head.client.post(`${there.base}/members/${id}/${step}`)).status).toBe(404);
    }
    expect((await there.head.client.delete(`${there.base}/members/${id}`)).status).toBe(404);
  });

  it('leave by themselves, all their roles at once, and for good', async () => {
    const at = await office(place);
    const town = await world().organisation(at.id, { kind: 'municipality' });
    const person = await world().person([
      { allianceId: at.id, role: 'member' },
      { allianceId: at.id, role: 'caseworker', organisationId: town.id },
    ]);
    expect((await person.client.get(`${at.base}/leaving`)).body).toEqual({
      roles: [
        { role: 'caseworker', organisationName: town.name },
        { role: 'member', organisationName: null },
      ],
      ownedPartners: 0,
      isLastOfSecretariat: false,
    });
    expect((await person.client.post(`${at.base}/leaving`, { slug: 'en-anden' })).body).toMatchObject({
      code: 'alliances/leaving-not-confirmed',
    });
    expect((await person.client.post(`${at.base}/leaving`, { slug: at.slug })).status).toBe(204);
    expect((await person.client.get(at.base)).status).toBe(404);
  });

  it('do not leave as the last of the secretariat, nor before their partners have somebody else', async () => {
    const at = await office(place);
    expect((await at.head.client.get(`${at.base}/leaving`)).body).toMatchObject({
      isLastOfSecretariat: true,
    });
    expect((await at.head.client.post(`${at.base}/leaving`, { slug: at.slug })).body).toMatchObject({
      code: 'alliances/last-of-secretariat',
    });
    const other = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    await partnersOf(at, at.head.id, 2);
    const refused = await at.head.client.post<{ code: string; detail: string }>(`${at.base}/leaving`, {
      slug: at.slug,
    });
    expect(refused.body.code).toBe('alliances/hand-over-first');
    expect(refused.body.detail).toContain('2');
    await at.head.client.post(`${at.base}/contact-owner-hand-overs`, { fromId: at.head.id, toId: other.id });
    expect((await at.head.client.post(`${at.base}/leaving`, { slug: at.slug })).status).toBe(204);
    expect((await other.client.get(`${at.base}/leaving`)).body).toMatchObject({
      isLastOfSecretariat: true,
      ownedPartners: 2,
    });
  });

  it('of two who leave the secretariat at once, one stays', async () => {
    const at = await office(place);
    const other = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    const answers = await Promise.all([
      at.head.client.post(`${at.base}/leaving`, { slug: at.slug }),
      other.client.post(`${at.base}/leaving`, { slug: at.slug }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('whose last role is ended are contact owners of nobody any more', async () => {
    const at = await office(place);
    const person = await world().person([
      { allianceId: at.id, role: 'secretariat' },
      { allianceId: at.id, role: 'member' },
    ]);
    await partnersOf(at, person.id, 3);
    const roles = (await membersOf(at)).filter((each) => each.personId === person.id);
    expect(roles.map((each) => each.ownedPartners)).toEqual([3, 3]);
    await at.head.client.delete(`${at.base}/members/${roles[0]?.id ?? ''}`);
    expect(await ownedBy(at.id, person.id)).toBe(3);
    await at.head.client.delete(`${at.base}/members/${roles[1]?.id ?? ''}`);
    expect([await ownedBy(at.id, person.id), await ownedBy(at.id, null)]).toEqual([0, 3]);
  });

  it('hand over one partner or all of them, and both get to know', async () => {
    const at = await office(place);
    const from = await world().person([{ allianceId: at.id, role: 'secretariat' }], {
      name: 'Finn Fratræder',
    });
    const to = await world().person([{ allianceId: at.id, role: 'secretariat' }], {
      name: 'Tine Tiltræder',
      locale: 'en',
    });
    const [first] = await partnersOf(at, from.id, 3);
    const path = `${at.base}/contact-owner-hand-overs`;
    const one = { fromId: from.id, toId: to.id, partnerIds: [first] };
    expect((await at.head.client.post(path, one)).body).toEqual({ partners: 1 });
    expect((await at.head.client.post(path, one)).body).toMatchObject({
      code: 'alliances/nothing-to-hand-over',
    });
    expect((await at.head.client.post(path, { fromId: from.id, toId: to.id })).body).toEqual({ partners: 2 });
    expect([await ownedBy(at.id, from.id), await ownedBy(at.id, to.id)]).toEqual([0, 3]);
    const mails = await eventually('two mails to each', () => {
      const [old, next] = [place.smtp.to(from.email), place.smtp.to(to.email)];
      return Promise.resolve(old.length === 2 && next.length === 2 && { old, next });
    });
    expect(mails.next[1]?.text).toContain('Finn Fratræder');
    expect(mails.next[1]?.text).toContain('2 partners');
    expect(mails.old[0]?.text).toContain('Tine Tiltræder');
  });

  it('hand over by changing the owner on the partner’s own page, too', async () => {
    const at = await office(place);
    const to = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    const [partnerId] = await partnersOf(at, at.head.id, 1);
    const path = `${at.base}/partners/${partnerId ?? ''}`;
    const { body } = await at.head.client.get<{ name: string; version: number }>(path);
    const edited = { name: body.name, contactOwnerId: to.id };
    expect((await at.head.client.put(path, edited, { ifMatch: body.version })).status).toBe(200);
    await eventually('the mail', () => Promise.resolve(place.smtp.to(to.email)[0]));
    const [event] = await place.app.database.query(
      `select payload from event where alliance_id = $1 and type = 'alliances.contact-owner-handed-over'`,
      [at.id],
    );
    expect(event).toEqual({ payload: { partners: 1 } });
  });

  it('hand over to nobody but people who take part now', async () => {
    const [at, elsewhere] = [await office(place), await office(place)];
    await partnersOf(at, at.head.id, 1);
    const resting = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    await at.head.client.post(`${at.base}/members/${(await roleOf(at, resting.id)).id}/pause`);
    const path = `${at.base}/contact-owner-hand-overs`;
    const give = (toId: string) => at.head.client.post(path, { fromId: at.head.id, toId });
    for (const toId of [resting.id, elsewhere.head.id])
      expect((await give(toId)).body).toMatchObject({ code: 'alliances/contact-owner-unknown' });
    expect((await give(at.head.id)).body).toMatchObject({ code: 'alliances/hand-over-to-oneself' });
    const member = await world().person([{ allianceId: at.id, role: 'member' }]);
    expect((await member.client.post(path, { fromId: at.head.id, toId: member.id })).status).toBe(403);
    expect(
      (await elsewhere.head.client.post(path, { fromId: at.head.id, toId: elsewhere.head.id })).status,
    ).toBe(404);
  });

  it('hand over to the secretariat and to caseworkers only, whose roles open every partner', async () => {
    const at = await office(place);
    const [partnerId = ''] = await partnersOf(at, at.head.id, 1);
    const company = await world().organisation(at.id);
    const town = await world().organisation(at.id, { kind: 'municipality' });
    const give = (toId: string) =>
      at.head.client.post<Refusal>(`${at.base}/contact-owner-hand-overs`, { fromId: at.head.id, toId });
    const path = `${at.base}/partners/${partnerId}`;
    const { body } = await at.head.client.get<{ name: string; version: number }>(path);
    const set = (contactOwnerId: string) =>
      at.head.client.put<Refusal>(path, { name: body.name, contactOwnerId }, { ifMatch: body.version });
    for (const [role, organisationId] of [
      ['observer', undefined],
      ['member', undefined],
      ['partner', company.id],
    ] as const) {
      const held = { allianceId: at.id, role, ...(organisationId && { organisationId }) };
      const person = await world().person([held]);
      expect((await give(person.id)).body).toMatchObject({
        code: 'alliances/contact-owner-role',
        errors: [{ field: 'toId' }],
      });
      expect((await set(person.id)).body).toMatchObject({
        code: 'alliances/contact-owner-role',
        errors: [{ field: 'contactOwnerId' }],
      });
      expect(
        (await at.head.client.post(`${at.base}/partners`, { name: 'Ny', contactOwnerId: person.id })).body,
      ).toMatchObject({ code: 'alliances/contact-owner-role' });
    }
    const worker = await world().person([
      { allianceId: at.id, role: 'observer' },
      { allianceId: at.id, role: 'caseworker', organisationId: town.id },
    ]);
    expect((await give(worker.id)).body).toEqual({ partners: 1 });
  });

  it('are named ten of many partners, and who gave them, in words that fit whoever did', async () => {
    const at = await office(place);
    const to = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    await partnersOf(at, at.head.id, 12);
    const path = `${at.base}/contact-owner-hand-overs`;
    await at.head.client.post(path, { fromId: at.head.id, toId: to.id });
    const given = await eventually('the mail', () => Promise.resolve(place.smtp.to(to.email)[0]));
    expect(given.text).toContain('Mette Sørensen har overdraget 12 partnere til dig.');
    expect(given.text).toContain('og 2 flere');
    const kept = await eventually('the other mail', () => Promise.resolve(place.smtp.to(at.head.email)[0]));
    expect(kept.text).toContain('Du har overdraget 12 partnere til');
  });

  it('are told of a rest and of its end, in their own language, and meanwhile whom to write to', async () => {
    const at = await office(place);
    const person = await world().person([{ allianceId: at.id, role: 'member' }], { locale: 'en' });
    const { id } = await roleOf(at, person.id);
    const me = async () =>
      (await person.client.get<{ alliances: unknown[]; resting: unknown[] }>('/api/v1/me')).body;
    expect((await me()).resting).toEqual([]);
    await at.head.client.post(`${at.base}/members/${id}/pause`);
    expect(await me()).toMatchObject({
      alliances: [],
      resting: [
        { slug: at.slug, roles: ['member'], contacts: [{ name: 'Mette Sørensen', email: at.head.email }] },
      ],
    });
    await at.head.client.post(`${at.base}/members/${id}/resume`);
    expect(await me()).toMatchObject({ alliances: [{ slug: at.slug }], resting: [] });
    const [paused, resumed] = await eventually('two mails', () => {
      const mails = place.smtp.to(person.email);
      return Promise.resolve(mails.length === 2 && mails);
    });
    expect(paused?.text).toContain('The secretariat has paused your access as a member');
    expect(resumed?.text).toContain('The pause is over');
  });

  it('of whom one role of two rests are not resting in the alliance', async () => {
    const at = await office(place);
    const person = await world().person([
      { allianceId: at.id, role: 'member' },
      { allianceId: at.id, role: 'observer' },
    ]);
    await at.head.client.post(`${at.base}/members/${(await roleOf(at, person.id)).id}/pause`);
    expect((await person.client.get('/api/v1/me')).body).toMatchObject({
      alliances: [{ slug: at.slug }],
      resting: [],
    });
  });

  it('are seen resting by the administrator', async () => {
    const at = await office(place);
    const admin = await world().person([], { isAdmin: true });
    const person = await world().person([{ allianceId: at.id, role: 'member' }]);
    await at.head.client.post(`${at.base}/members/${(await roleOf(at, person.id)).id}/pause`);
    expect((await admin.client.get(`/api/v1/admin/people/${person.id}`)).body).toMatchObject({
      alliances: [{ id: at.id, roles: ['member'], isResting: true }],
    });
  });

  it('handed partners while they are shown out are never owners from outside', async () => {
    const at = await office(place);
    const to = await world().person([{ allianceId: at.id, role: 'secretariat' }]);
    await partnersOf(at, at.head.id, 2);
    const { id } = await roleOf(at, to.id);
    await Promise.all([
      at.head.client.post(`${at.base}/contact-owner-hand-overs`, { fromId: at.head.id, toId: to.id }),
      at.head.client.delete(`${at.base}/members/${id}`),
    ]);
    expect(await ownedBy(at.id, to.id)).toBe(0);
  });

  it('who act for an organisation rest with it, come back with it and end with it', async () => {
    const at = await office(place);
    const company = await world().organisation(at.id);
    const partner = await world().person([
      { allianceId: at.id, role: 'partner', organisationId: company.id },
    ]);
    const chosen = await world().person([{ allianceId: at.id, role: 'member', organisationId: company.id }]);
    const staff = await world().person([
      { allianceId: at.id, role: 'secretariat', organisationId: company.id },
    ]);
    await at.head.client.post(`${at.base}/members/${(await roleOf(at, chosen.id)).id}/pause`);
    const invited = {
      name: 'Ny',
      email: 'ny@virksomhed.example',
      role: 'partner',
      organisationId: company.id,
    };
    await at.head.client.post(`${at.base}/invitations`, invited);
    const change = async (status: string) => {
      const path = `${at.base}/partners/${company.id}`;
      const { body } = await at.head.client.get<{ version: number; people: number }>(path);
      const today = new Date().toISOString().slice(0, 10);
      const answer = await at.head.client.post(
        `${path}/membership-changes`,
        { status, effectiveOn: today },
        { ifMatch: body.version },
      );
      expect(answer.status).toBe(200);
      return body.people;
    };
    expect(await change('paused')).toBe(2);
    const told = await eventually('the mail', () => Promise.resolve(place.smtp.to(partner.email)[0]));
    expect(told.text).toContain(`${company.name} holder pause`);
    expect(place.smtp.to(staff.email)).toEqual([]);
    expect((await partner.client.get(at.base)).status).toBe(404);
    expect((await staff.client.get(at.base)).status).toBe(200);
    expect((await membersOf(at)).map((each) => each.pausedBecause).sort()).toEqual(
      ['organisation', 'person', null, null].sort(),
    );
    const { id } = await roleOf(at, partner.id);
    expect((await at.head.client.post(`${at.base}/members/${id}/resume`)).body).toMatchObject({
      code: 'alliances/member-paused-with-organisation',
    });
    await change('joined');
    expect((await partner.client.get(at.base)).status).toBe(200);
    expect((await chosen.client.get(at.base)).status).toBe(404);
    await change('left');
    expect((await partner.client.get(at.base)).status).toBe(404);
    expect((await membersOf(at)).map((each) => each.role)).toEqual(['secretariat', 'secretariat']);
    const { body } = await at.head.client.get<{ items: { state: string }[] }>(`${at.base}/invitations`);
    expect(body.items.map((each) => each.state)).toEqual(['withdrawn']);
    expect((await at.head.client.post(`${at.base}/invitations`, invited)).body).toMatchObject({
      code: 'alliances/organisation-left',
    });
    await change('joined');
    expect((await partner.client.get(at.base)).status).toBe(404);
  });
});
