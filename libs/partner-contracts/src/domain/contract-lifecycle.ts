import { DomainError } from '#libs/kernel';
import type { ContractStatus, ErrorCode } from '#libs/api-schema';

/** What may be done to a contract. */
export type ContractStep =
  'send' | 'resend' | 'revise' | 'sign' | 'counter-sign' | 'withdraw' | 'annul' | 'end' | 'expire';

interface Transition {
  readonly from: readonly ContractStatus[];
  readonly to: ContractStatus;
  /** What to say when the contract is somewhere else. */
  readonly refusal: ErrorCode;
}

/**
 * The life of a contract, declared: draft → sent → signed (by the partner) → active (counter-signed) →
 * expired | ended; withdrawn before the partner has signed, void after it and before both have.
 * A new text takes a signed contract back to sent: its signature was for another text.
 */
export const contractTransitions: Readonly<Record<ContractStep, Transition>> = {
  send: { from: ['draft'], to: 'sent', refusal: 'partner-contracts/not-a-draft' },
  resend: { from: ['sent'], to: 'sent', refusal: 'partner-contracts/not-awaiting-signature' },
  revise: { from: ['sent', 'signed'], to: 'sent', refusal: 'partner-contracts/not-awaiting-signature' },
  sign: { from: ['sent'], to: 'signed', refusal: 'partner-contracts/not-awaiting-signature' },
  'counter-sign': {
    from: ['signed'],
    to: 'active',
    refusal: 'partner-contracts/not-awaiting-counter-signature',
  },
  withdraw: { from: ['draft', 'sent'], to: 'withdrawn', refusal: 'partner-contracts/not-withdrawable' },
  annul: { from: ['signed'], to: 'void', refusal: 'partner-contracts/not-withdrawable' },
  end: { from: ['active'], to: 'ended', refusal: 'partner-contracts/not-active' },
  expire: { from: ['active'], to: 'expired', refusal: 'partner-contracts/not-active' },
};

/** Statuses in which a partner has a contract under way that is not yet in force. */
export const underwayStatuses: readonly ContractStatus[] = ['draft', 'sent', 'signed'];

/** Whether the step is allowed from that status. */
export function mayStep(status: ContractStatus, step: ContractStep): boolean {
  return contractTransitions[step].from.includes(status);
}

/**
 * The status after the step.
 * @throws DomainError with the step's own refusal; a partner who comes late learns why
 */
export function nextStatus(status: ContractStatus, step: ContractStep): ContractStatus {
  const transition = contractTransitions[step];
  if (transition.from.includes(status)) return transition.to;
  throw new DomainError(step === 'sign' ? refusalToSign(status) : transition.refusal);
}

/** Why a contract in that status cannot be signed by the partner. */
export function refusalToSign(status: ContractStatus): ErrorCode {
  if (status === 'withdrawn' || status === 'void') return 'partner-contracts/withdrawn';
  if (status === 'draft') return 'partner-contracts/not-awaiting-signature';
  return 'partner-contracts/already-signed';
}

/** Taking a contract back is withdrawing it before the partner has signed, annulling it after. */
export function stepToTakeBack(status: ContractStatus): 'withdraw' | 'annul' {
  return status === 'signed' ? 'annul' : 'withdraw';
}
