import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { install, type Installation } from '../journeys/cast.js';
import { openBrowser } from './browser.js';
import { type Company, everybodyLeaves, type Journey } from './journey.js';
import { agreeOnAgenda, indicators, makeIndicator, startInitiative } from './steps-agenda.js';
import { counterSign, sendContracts, signOnPhone, watchContract } from './steps-contract.js';
import { handOn, logEnquiry, seeKeptPromises, welcomeCaseworker } from './steps-enquiry.js';
import { seeDestinations, seeFewAndNone } from './steps-indicator.js';
import { meet, planMeeting, readMinutes } from './steps-meeting.js';
import { addMunicipality, chooseCompanies, importPartners, mendInPlace } from './steps-partners.js';
import { readInEnglish, remindTheLate } from './steps-reminders.js';
import { claimInBrowser, createAlliance, signInByLink, tryTheExample } from './steps-start.js';
import { logDestination, othersBefore, registerYoung } from './steps-young.js';

const redis = process.env['REDIS_URL'];
const ways: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['PostgreSQL', {}],
  ['bull on Redis', { REDIS_URL: redis ?? '' }],
];

const patience = 120_000;

describe.each(ways)('the chain in a real browser, with jobs by way of %s,', (way, settings) => {
  let place: Installation;
  let browser: Browser;
  let journey: Journey;

  beforeAll(async () => {
    if (way !== 'PostgreSQL') expect(redis).toBeDefined();
    place = await install(settings, resolve('dist/web'));
    browser = await openBrowser();
    journey = { place, browser, thrown: [], companies: [] } as unknown as Journey;
  });

  afterAll(async () => {
    await everybodyLeaves(browser);
    await browser.close();
    await place.close();
  });

  let broken: string | undefined;
  /** The steps stand on each other: after one that failed the rest is not walked. */
  function step(name: string, walk: () => Promise<void>): void {
    it(
      name,
      async () => {
        if (broken !== undefined) throw new Error(`Not reached, because this failed: ${broken}`);
        broken = name;
        await walk();
        broken = undefined;
      },
      patience,
    );
  }

  function companies(): readonly [Company, Company, Company] {
    const [first, second, third] = journey.companies;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('The list has too few companies');
    return [first, second, third];
  }

  step('1. begins with the claim link, an alliance, and a link to sign in', async () => {
    await claimInBrowser(journey);
    if (way === 'PostgreSQL') await tryTheExample(journey);
    await createAlliance(journey);
    await signInByLink(journey);
  });

  step('2. takes the partners from a spreadsheet, seen and mended before they are saved', async () => {
    await importPartners(journey);
    await mendInPlace(journey);
    await addMunicipality(journey);
    await chooseCompanies(journey);
  });

  step('3. agrees on an agenda of one page, with an indicator for each outcome', async () => {
    await makeIndicator(journey.secretary, indicators.destinations, /positiv destination/);
    await makeIndicator(journey.secretary, indicators.promises, /Holdte løfter/);
    await agreeOnAgenda(journey);
    await startInitiative(journey);
  });

  step(
    '4. sends contracts; partners sign on a phone, with and without JavaScript; both sides are sealed',
    async () => {
      const [first, second] = companies();
      await sendContracts(journey);
      await watchContract(journey, first);
      await signOnPhone(journey, first, true);
      await counterSign(journey, true);
      await signOnPhone(journey, second, false);
      await watchContract(journey, second, 'Skal medunderskrives');
      await counterSign(journey, false);
    },
  );

  step('5. an enquiry is logged by keyboard, handed on from a phone, and accepted on another', async () => {
    const [first, second] = companies();
    await welcomeCaseworker(journey);
    await logEnquiry(journey, first);
    await handOn(journey, first, second);
    await seeKeptPromises(journey, first);
  });

  step('6. what came of it is logged by keyboard alone', async () => {
    await registerYoung(journey);
    await logDestination(journey);
    await othersBefore(journey);
  });

  step('7. the indicator has moved: a curve and a table, few are hidden and none is none', async () => {
    await seeDestinations(journey);
    await seeFewAndNone(journey);
  });

  step('8. the steering group meets in two windows; one is cut off and misses nothing', async () => {
    await planMeeting(journey);
    await meet(journey);
    await readMinutes(journey);
  });

  step('9. whoever is late is reminded, and the page says what became of each mail', async () => {
    const [first, , third] = companies();
    await remindTheLate(journey, first, third);
    await readInEnglish(journey);
    expect(journey.thrown).toEqual([]);
  });
});
