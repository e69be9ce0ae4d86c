import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of the administration. */
export const administrationErrors = {
  'administration/job-not-dead': {
    status: 409,
    da: 'Jobbet er ikke opgivet længere. Hent listen igen.',
    en: 'The job is no longer given up. Load the list again.',
  },
} as const satisfies ErrorCatalogue;
