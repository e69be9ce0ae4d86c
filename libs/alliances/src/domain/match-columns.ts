import type { ColumnMatches, PartnerField } from '#libs/api-schema';
import { isCvr, isEmail } from '#libs/kernel';

/** What people call a column, most telling first; compared without capitals, spaces and punctuation. */
const names: Readonly<Record<PartnerField, readonly string[]>> = {
  cvr: ['cvr', 'cvrnr', 'cvrnummer', 'senr', 'vatno', 'vatnumber'],
  kind: ['type', 'organisationstype', 'art', 'kind'],
  sector: ['sektor', 'branche', 'branchenavn', 'brancheområde', 'sector', 'industry'],
  industryCode: ['branchekode', 'db07', 'db07kode', 'hovedbranche', 'industrycode'],
  address: ['adresse', 'vej', 'gade', 'vejnavn', 'postadresse', 'address', 'street'],
  postalCode: ['postnr', 'postnummer', 'zip', 'zipcode', 'postalcode', 'postcode'],
  city: ['by', 'bynavn', 'postdistrikt', 'city', 'town'],
  email: ['email', 'mail', 'emailadresse', 'mailadresse', 'epost', 'kontaktmail', 'kontaktemail'],
  phone: [
    'telefon',
    'tlf',
    'telefonnr',
    'telefonnummer',
    'tlfnr',
    'mobil',
    'mobilnr',
    'mobiltelefon',
    'phone',
    'telephone',
    'mobile',
  ],
  contactName: [
    'kontaktperson',
    'kontakt',
    'kontaktnavn',
    'kontaktpersonnavn',
    'att',
    'contact',
    'contactperson',
    'contactname',
  ],
  employees: ['ansatte', 'antalansatte', 'medarbejdere', 'antalmedarbejdere', 'størrelse', 'employees'],
  takesApprentices: [
    'lærlinge',
    'lærling',
    'harlærlinge',
    'tagerlærlinge',
    'elever',
    'lærlingeelever',
    'apprentices',
  ],
  joinedOn: [
    'aftaleunderskrevet',
    'underskrevet',
    'aftaledato',
    'partnersiden',
    'medlemsiden',
    'indtrådt',
    'indmeldt',
    'tilmeldt',
    'dato',
    'joined',
    'joinedon',
    'signed',
  ],
  placementPlaces: [
    'praktikpladser',
    'antalpraktikpladser',
    'pladser',
    'antalpladser',
    'places',
    'placements',
  ],
  name: [
    'virksomhed',
    'virksomhedsnavn',
    'navn',
    'firma',
    'firmanavn',
    'partner',
    'partnernavn',
    'organisation',
    'company',
    'companyname',
    'name',
  ],
};

/**
 * Guesses which column holds which field: by its name, and where that says nothing by what stands in it.
 * A column holds one field at most.
 * @param header the columns' names
 * @param rows some of the rows below
 */
export function matchColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnMatches {
  const found = new Map<PartnerField, number>();
  const taken = new Set<number>();
  const take = (field: PartnerField, column: number) => {
    if (column < 0 || found.has(field) || taken.has(column)) return;
    found.set(field, column);
    taken.add(column);
  };
  const bare = header.map(comparable);
  const fields = Object.keys(names) as PartnerField[];
  for (const field of fields) for (const name of names[field]) take(field, bare.indexOf(name));
  for (const field of fields)
    for (const name of names[field].filter((each) => each.length > 4 || each === 'mail'))
      take(
        field,
        bare.findIndex((each, at) => !taken.has(at) && each.includes(name)),
      );
  for (const [field, fits] of [
    ['cvr', isCvr],
    ['email', isEmail],
  ] as const)
    take(
      field,
      header.findIndex((_, column) => !taken.has(column) && mostly(rows, column, fits)),
    );
  return Object.fromEntries(found);
}

function mostly(
  rows: readonly (readonly string[])[],
  column: number,
  fits: (cell: string) => boolean,
): boolean {
  const filled = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(fits).length >= filled.length * 0.7;
}

function comparable(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-zæøå0-9]/g, '');
}
