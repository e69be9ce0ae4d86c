/**
 * Which addresses an event makes stale: by the first part of its type ('partner-contracts.contract-signed').
 * A module that is not named here makes everything of the alliance stale, which is safe and only slower.
 */
const addressesByModule: Readonly<Record<string, readonly string[]>> = {
  agendas: ['/agenda', '/outcomes', '/overview'],
  meetings: ['/meetings', '/meeting', '/actions', '/decisions', '/rooms', '/overview'],
  reminders: ['/reminders', '/overview', '/deliveries', '/outbox'],
};

/** Whether an answer of this address may have changed by an event of this type. */
export function freshenedBy(type: string, address: string): boolean {
  if (!address.includes('/alliances/')) return false;
  if (address.endsWith('/feed')) return false;
  const parts = addressesByModule[type.split('.')[0] ?? ''];
  return parts === undefined || parts.some((part) => address.includes(part));
}
