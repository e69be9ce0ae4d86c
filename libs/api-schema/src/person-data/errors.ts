import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of export, erasure and retention. */
export const personDataErrors = {
  'person-data/months-out-of-bounds': {
    status: 422,
    da: 'Antallet af måneder skal ligge mellem {shortest} og {longest}.',
    en: 'The number of months must be between {shortest} and {longest}.',
  },
  'person-data/too-many-files': {
    status: 413,
    da: 'Der er mere end {files} filer eller {megabytes} MB, og det er for meget til én ZIP. Hent oplysningerne som PDF eller JSON, og hent filerne enkeltvis på de sider, de hører til.',
    en: 'There are more than {files} files or {megabytes} MB, too much for one ZIP. Download the data as PDF or JSON, and the files one by one on the pages they belong to.',
  },
  'person-data/last-administrator': {
    status: 409,
    da: 'Du er installationens eneste administrator. Gør en anden til administrator, før din konto kan slettes.',
    en: 'You are the only administrator of the installation. Make somebody else administrator before your account can be erased.',
  },
} as const satisfies ErrorCatalogue;
