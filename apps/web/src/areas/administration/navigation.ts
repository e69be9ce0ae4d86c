import type { MessageId } from '../../messages.js';

/** The pages of the administration in the order of its side navigation. A new page adds its line here. */
export const administrationLines: readonly { label: MessageId; to: string }[] = [
  { label: 'administration.installation', to: '/administration/installation' },
  { label: 'administration.alliances', to: '/administration/alliancer' },
  { label: 'administration.jobs', to: '/administration/job' },
  { label: 'everybody.title', to: '/administration/personer' },
  { label: 'identityProviders.title', to: '/administration/login' },
  { label: 'adminAudit.title', to: '/administration/historik' },
  { label: 'adminIntegrations.title', to: '/administration/integrationer' },
];
