import type { Provider, Type } from '@nestjs/common';
import { AdministrationController } from './administration.controller.js';
import { KeepJobs } from './keep-jobs.js';
import { ListAlliances } from './list-alliances.query.js';
import { ShowInstallation } from './show-installation.query.js';

/** What administration brings into the platform module. */
export const administrationProviders: Provider[] = [KeepJobs, ListAlliances, ShowInstallation];

/** The endpoints of administration. */
export const administrationControllers: Type[] = [AdministrationController];
