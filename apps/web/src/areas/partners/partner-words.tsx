import type { ReactElement } from 'react';
import { contractStatuses } from '#libs/api-schema';
import type { ContractStatus, MembershipStatus } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Text } from '../../language/use-text.js';

const membershipTones: Readonly<Record<MembershipStatus, StatusTone>> = {
  joined: 'good',
  paused: 'waiting',
  left: 'ended',
};
const contractTones: Readonly<Record<ContractStatus, StatusTone>> = {
  draft: 'neutral',
  sent: 'waiting',
  signed: 'waiting',
  active: 'good',
  expired: 'attention',
  ended: 'ended',
  withdrawn: 'ended',
  void: 'ended',
};

/** Where a partner's membership stands. */
export function MembershipState({ status }: { status: MembershipStatus }): ReactElement {
  const t = useText();
  return <Status tone={membershipTones[status]}>{t(`partners.status.${status}`)}</Status>;
}

/** Where a partner's contract stands; nothing when it has none. */
export function ContractState({ status }: { status: string | null }): ReactElement {
  const t = useText();
  const known = contractStatuses.find((each) => each === status);
  if (known === undefined) return <span>{contractText(status, t)}</span>;
  return <Status tone={contractTones[known]}>{contractText(status, t)}</Status>;
}

/** The same as a word; a state that this page does not know is shown as it is. */
export function contractText(status: string | null, t: Text): string {
  const known = contractStatuses.find((each) => each === status);
  return known === undefined ? (status ?? '–') : t(`partners.contract.${known}`);
}

/** `+4598961234` → `98 96 12 34`; other numbers as they are. */
export function phoneText(phone: string): string {
  const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return danish ? danish.slice(1).join(' ') : phone;
}
