import { ownAddress } from './own-address.js';

describe('where one goes after signing in', () => {
  it('is the page that was asked for', () => {
    expect(ownAddress('/a/ungegarantien/partnere?q=smed')).toBe('/a/ungegarantien/partnere?q=smed');
  });

  it.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ])('is never %s', (to) => {
    expect(ownAddress(to)).toBe('/');
  });
});
