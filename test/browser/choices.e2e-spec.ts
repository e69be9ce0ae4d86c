import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { eventually, startTestApp, type TestApp, type TestPerson } from '#libs/testing';
import { domainModules } from '../../apps/composition/modules.js';
import { openBrowser, openWindow } from './browser.js';
import { seen, soundEverywhere } from './journey.js';

describe('what is offered to choose', () => {
  let app: TestApp;
  let browser: Browser;
  let alliance: { id: string; slug: string };
  let head: TestPerson;
  let company: { id: string; name: string };

  beforeAll(async () => {
    app = await startTestApp({ modules: domainModules, webRoot: resolve('dist/web') });
    browser = await openBrowser();
    alliance = await app.world.alliance({ name: 'Fjordgarantien' });
    const { id: allianceId } = alliance;
    head = await app.world.person([{ allianceId, role: 'secretariat' }], { name: 'Mette Sørensen' });
    company = await app.world.organisation(allianceId, {
      name: 'Aalborgvejens Fisk',
      email: 'fisk@firma.example',
    });
    const town = await app.world.organisation(allianceId, { kind: 'municipality', name: 'Fjordby Kommune' });
    await app.database.query(`update organisation set city = 'Fjordby' where alliance_id = $1`, [allianceId]);
    await app.database.query('update membership set contact_owner_id = $2 where alliance_id = $1', [
      allianceId,
      head.id,
    ]);
    await app.world.person([{ allianceId, role: 'observer' }], { name: 'Ida Iagttager' });
    await app.world.person([{ allianceId, role: 'caseworker', organisationId: town.id }], {
      name: 'Sanne Sagsbehandler',
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function at(person: TestPerson, path: string): Promise<Page> {
    const window = await openWindow(browser, { url: app.url, cookie: person.cookie });
    const page = await window.newPage();
    await page.goto(`/a/${alliance.slug}${path}`);
    return page;
  }

  it('as contact owner: the secretariat and caseworkers', async () => {
    const page = await at(head, '/indstillinger');
    await page.getByRole('button', { name: 'Overdrag partnere' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Overdrag partnere fra Mette Sørensen' });
    await seen(dialog.getByLabel('Ny fast kontakt'));
    expect(await dialog.getByLabel('Ny fast kontakt').getByRole('option').allTextContents()).toEqual([
      'Vælg …',
      'Sanne Sagsbehandler',
    ]);
    await page.goto(`/a/${alliance.slug}/partnere/${company.id}/rediger`);
    await page.getByRole('option', { name: 'Sanne Sagsbehandler' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('option', { name: 'Ida Iagttager' }).count()).toBe(0);
    await page.getByLabel('Fast kontakt').selectOption({ label: 'Sanne Sagsbehandler' });
    await page.getByRole('button', { name: 'Gem' }).click();
    await seen(page.getByRole('heading', { level: 1, name: 'Aalborgvejens Fisk', exact: true }));
    await seen(page.getByText('Sanne Sagsbehandler'));
  }, 60_000);

  it('as an invited person’s organisation: the name before the town, and no company for a caseworker', async () => {
    const page = await at(head, '/indstillinger');
    await page.getByRole('button', { name: 'Invitér person' }).click();
    const dialog = page.getByRole('dialog', { name: 'Invitér person' });
    await seen(dialog.getByRole('link', { name: 'Møder › Grupper' }));
    const found = async (role: string, names: string[]): Promise<void> => {
      await dialog.getByRole('radio', { name: role }).check({ force: true });
      await dialog.getByRole('combobox', { name: 'Organisation' }).fill('Fjordby');
      await seen(dialog.getByRole('listbox').getByRole('option', { name: 'Fjordby Kommune' }));
      await eventually('the matches', async () => {
        const offered = await dialog.getByRole('listbox').getByRole('option').allTextContents();
        return offered.join() === names.join();
      });
    };
    await found('Partner', ['Fjordby KommuneFjordby', 'Aalborgvejens FiskFjordby']);
    await found('Sagsbehandler', ['Fjordby KommuneFjordby']);
    await soundEverywhere(page);
  }, 60_000);

  it('to a member of no group: whom to ask', async () => {
    const member = await app.world.person([{ allianceId: alliance.id, role: 'member' }]);
    const page = await at(member, '/moeder');
    await seen(page.getByText('Du er ikke med i en gruppe endnu'));
  }, 60_000);

  it('to a partner: who looks after it, in its own words', async () => {
    const partner = await app.world.person([
      { allianceId: alliance.id, role: 'partner', organisationId: company.id },
    ]);
    const page = await at(partner, `/partnere/${company.id}`);
    await seen(page.getByText('Jeres faste kontakt i alliancen'));
    expect(await page.getByText('Fast kontakt hos jer').count()).toBe(0);
  }, 60_000);

  it('as partners of a new contract: anybody, but never unaware of one in force', async () => {
    const admin = await app.world.person([], { isAdmin: true });
    const loaded = await admin.client.post<{ id: string; slug: string }>('/api/v1/example-alliances', {
      example: 'ungegarantien',
    });
    const base = `/api/v1/alliances/${loaded.body.id}`;
    const { body } = await admin.client.get<{ items: { organisationName: string; templateName: string }[] }>(
      `${base}/contracts?status=active&limit=1`,
    );
    const [running] = body.items;
    const page = await at(admin, '');
    await page.goto(`/a/${loaded.body.slug}/kontrakter/send`);
    await page.getByLabel('Find partner').fill(running?.organisationName ?? '');
    await page.getByRole('checkbox', { name: running?.organisationName ?? '' }).check();
    await seen(page.getByText('Én af de valgte har allerede en kontrakt i kraft'));
    await seen(page.getByRole('link', { name: running?.templateName ?? '' }));
    await soundEverywhere(page);
  }, 90_000);
});
