import type { Provider, Type } from '@nestjs/common';
import { KeepLinks } from './keep-links.js';
import { LinkPagesController } from './link-pages.controller.js';
import { LinkPurposes } from './link-purposes.js';
import { LinksController } from './links.controller.js';
import { LinkVisits } from './link-visits.js';
import { ListLinks } from './list-links.query.js';

/** What following links brings into the platform module. */
export const linkProviders: Provider[] = [LinkPurposes, KeepLinks, LinkVisits, ListLinks];

/** The endpoints of links. */
export const linkControllers: Type[] = [LinksController, LinkPagesController];

export { KeepLinks } from './keep-links.js';
export {
  againForm,
  type LinkPlace,
  type LinkRefusal,
  linkRefusal,
  maskedEmail,
  wrongPersonLink,
} from './link-pages.js';
export { type LinkAnswer, type LinkVisit, LinkVisits } from './link-visits.js';
export {
  type BothLanguages,
  type LinkedThing,
  type LinkHolder,
  type LinkPurpose,
  LinkPurposes,
  type LinkReason,
  type StoredLink,
} from './link-purposes.js';
