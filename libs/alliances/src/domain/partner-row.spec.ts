import { newId } from '#libs/kernel';
import { aPartner, rowValues } from '../../test/partner.builder.js';
import { changedFields, orderContacts, primaryContact } from './partner.js';
import { applyRow, changesOf, partnerFrom } from './partner-row.js';

describe('a row’s contact person', () => {
  it('with a known mail is that contact, with a new name', () => {
    const after = applyRow(
      aPartner(),
      rowValues({ contactName: 'Åse Toft Bæk', email: 'aase@taars.example' }),
      newId,
    );
    expect(after.contacts).toHaveLength(1);
    expect(primaryContact(after)).toMatchObject({ name: 'Åse Toft Bæk', phone: '+4598961234' });
  });

  it('who is somebody else becomes the primary one, and the one before stays', () => {
    const after = applyRow(
      aPartner(),
      rowValues({ contactName: 'Bo Krogh', email: 'bo@taars.example' }),
      newId,
    );
    expect(after.contacts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([
      ['Bo Krogh', true],
      ['Åse Toft', false],
    ]);
  });

  it('of whom only the phone is given completes the primary one', () => {
    const after = applyRow(aPartner(), rowValues({ phone: '+4520202020' }), newId);
    expect(after.contacts).toHaveLength(1);
    expect(primaryContact(after)).toMatchObject({ name: 'Åse Toft', phone: '+4520202020' });
  });

  it('without a name is called by the mail', () => {
    const made = partnerFrom(
      rowValues({ name: 'Ny', email: 'ny@ny.example' }),
      { organisationId: newId(), newId },
      '2026-11-23',
    );
    expect(primaryContact(made)).toMatchObject({ name: 'ny@ny.example', email: 'ny@ny.example' });
  });
});

describe('what a row would change', () => {
  it('is told in the list’s own words', () => {
    expect(
      changesOf(aPartner(), rowValues({ takesApprentices: false, placementPlaces: 2.5, city: 'Vrå' })),
    ).toEqual(
      expect.arrayContaining([
        { field: 'takesApprentices', from: 'ja', to: 'nej' },
        { field: 'placementPlaces', from: '1,5', to: '2,5' },
        { field: 'city', from: 'Tårs', to: 'Vrå' },
      ]),
    );
  });

  it('is nothing when the row says what is known', () => {
    expect(
      changesOf(
        aPartner(),
        rowValues({ name: 'Tårs Tømrer', email: 'aase@taars.example', placementPlaces: 1.5 }),
      ),
    ).toEqual([]);
  });
});

describe('a new partner from a row', () => {
  it('joined on the day its agreement was signed, or today', () => {
    const ids = { organisationId: newId(), newId };
    expect(partnerFrom(rowValues({ name: 'a', joinedOn: '2024-01-02' }), ids, '2026-11-23').joinedOn).toBe(
      '2024-01-02',
    );
    expect(partnerFrom(rowValues({ name: 'a' }), ids, '2026-11-23').joinedOn).toBe('2026-11-23');
  });
});

describe('the order of contacts', () => {
  const contact = (name: string, isPrimary: boolean) => ({
    id: name,
    name,
    email: null,
    phone: null,
    isPrimary,
  });

  it('begins with the primary one; the first becomes it when none is named', () => {
    expect(orderContacts([contact('a', false), contact('b', true)]).map(({ name }) => name)).toEqual([
      'b',
      'a',
    ]);
    expect(orderContacts([contact('a', false), contact('b', false)])[0]?.isPrimary).toBe(true);
  });

  it('has room for one primary only', () => {
    expect(() => orderContacts([contact('a', true), contact('b', true)])).toThrow(
      expect.objectContaining({ code: 'alliances/two-primary-contacts' }) as Error,
    );
  });
});

describe('what was changed', () => {
  it('is named, and the version is not part of it', () => {
    const before = aPartner();
    expect(changedFields(before, { ...before, version: 7 })).toEqual([]);
    expect(changedFields(before, { ...before, city: 'Vrå', contacts: [] })).toEqual(['city', 'contacts']);
  });
});
