import { parseCvr } from '#libs/kernel';
import { inventCompanies } from './example-companies.js';
import { seededRandom } from './seeded-random.js';

describe('the companies of an example', () => {
  const companies = inventCompanies(208, seededRandom(1));

  it('each have a name and a CVR number of their own', () => {
    expect(new Set(companies.map(({ name }) => name)).size).toBe(208);
    expect(new Set(companies.map(({ cvr }) => cvr)).size).toBe(208);
    expect(companies.every(({ cvr }) => parseCvr(cvr) === cvr)).toBe(true);
  });

  it('have mail addresses that reach nobody', () => {
    expect(companies.every(({ email }) => email.endsWith('.example'))).toBe(true);
  });

  it('are the same every time', () => {
    expect(inventCompanies(208, seededRandom(1))).toEqual(companies);
    expect(inventCompanies(208, seededRandom(2))).not.toEqual(companies);
  });
});
