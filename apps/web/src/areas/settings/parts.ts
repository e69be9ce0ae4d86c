import type { Role } from '../../api/session.js';
import type { MessageId } from '../../messages.js';

/** A page of the settings. */
export interface SettingsPart {
  label: MessageId;
  /** Address below /a/$slug/indstillinger; '' = the first page. */
  path: string;
  /** Shown to these roles only; absent = everyone. */
  roles?: readonly Role[];
}

/** The pages of the settings in the order of their navigation. A new page adds its line here and its route in routes.tsx. */
export const settingsParts: readonly SettingsPart[] = [
  { label: 'settings.general', path: '', roles: ['secretariat'] },
  { label: 'settings.access', path: 'adgang', roles: ['secretariat'] },
  { label: 'settings.links', path: 'links', roles: ['secretariat'] },
  { label: 'personData.title', path: 'persondata', roles: ['secretariat', 'caseworker'] },
  { label: 'integrations.title', path: 'integrationer' },
];
