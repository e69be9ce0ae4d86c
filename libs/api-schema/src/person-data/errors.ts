import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of export, erasure and retention. */
export const personDataErrors = {
  'person-data/months-out-of-bounds': {
    status: 422,
    da: 'Antallet af måneder skal ligge mellem {shortest} og {longest}.',
    en: 'The number of months must be between {shortest} and {longest}.',
  },
  'person-data/last-administrator': {
    status: 409,
    da: 'Du er installationens eneste administrator. Gør en anden til administrator, før din konto kan slettes.',
    en: 'You are the only administrator of the installation. Make somebody else administrator before your account can be erased.',
  },
} as const satisfies ErrorCatalogue;
