import type { Provider, Type } from '@nestjs/common';
import { OrganisationNames } from './organisation-names.js';
import { PersonDataSources } from './person-data-source.js';
import { PersonSubjects } from './person-subjects.js';
import { RetentionRules } from './retention-rules.js';

/** What the person data platform brings into the platform module. */
export const personDataProviders: Provider[] = [
  OrganisationNames,
  PersonDataSources,
  PersonSubjects,
  RetentionRules,
];

/** The endpoints of the person data platform. */
export const personDataControllers: Type[] = [];
