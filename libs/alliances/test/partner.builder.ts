import { newId } from '#libs/kernel';
import type { Partner } from '../src/domain/partner.js';
import type { ReadRow, RowValues } from '../src/domain/partner-row.js';

/** A row in which nothing is filled but what is given. */
export function rowValues(given: Partial<RowValues>): RowValues {
  return {
    name: null,
    cvr: null,
    kind: null,
    sector: null,
    industryCode: null,
    address: null,
    postalCode: null,
    city: null,
    contactName: null,
    email: null,
    phone: null,
    employees: null,
    takesApprentices: null,
    joinedOn: null,
    placementPlaces: null,
    ...given,
  };
}

/** A row that was read without findings. */
export function readRow(line: number, given: Partial<RowValues>, more: Partial<ReadRow> = {}): ReadRow {
  return { line, skipped: false, isEmpty: false, values: rowValues(given), findings: [], ...more };
}

/** A partner with one contact. */
export function aPartner(given: Partial<Partner> = {}): Partner {
  return {
    organisationId: newId(),
    version: 1,
    kind: 'company',
    name: 'Tårs Tømrer',
    cvr: '28662017',
    municipalityCode: null,
    sector: 'Byggeri',
    industryCode: null,
    address: 'Østergade 1',
    postalCode: '9830',
    city: 'Tårs',
    employees: '10-49',
    takesApprentices: true,
    placementPlaces: 1.5,
    joinedOn: '2024-11-15',
    contactOwnerId: null,
    contacts: [
      { id: newId(), name: 'Åse Toft', email: 'aase@taars.example', phone: '+4598961234', isPrimary: true },
    ],
    ...given,
  };
}
