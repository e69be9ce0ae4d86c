import fc from 'fast-check';
import { publicToken, readPublicToken } from './enquiry-address.js';

describe('the address of a public enquiry page', () => {
  it('leads back to the alliance and the partner', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (allianceId, organisationId) => {
        const place = { allianceId, organisationId };
        expect(readPublicToken(publicToken(place))).toEqual(place);
      }),
    );
  });

  it('is refused when it is anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = readPublicToken(text);
        if (read !== null) expect(publicToken(read)).toBe(text);
      }),
    );
    expect(readPublicToken('')).toBeNull();
    expect(readPublicToken('bageriet')).toBeNull();
  });
});
