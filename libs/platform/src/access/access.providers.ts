import type { Provider, Type } from '@nestjs/common';
import { AccessViewController } from './access-view.controller.js';
import { ShowAccess } from './show-access.js';

/** What the view of access brings into the platform module. */
export const accessProviders: Provider[] = [ShowAccess];

/** The endpoints of access. */
export const accessControllers: Type[] = [AccessViewController];
