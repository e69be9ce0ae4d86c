import { contractStatuses, type ContractStatus } from '#libs/api-schema';
import {
  contractTransitions,
  mayStep,
  nextStatus,
  stepToTakeBack,
  type ContractStep,
} from './contract-lifecycle.js';

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the life of a contract', () => {
  it('goes from draft over sent and signed to active, and then expires or is ended', () => {
    const path: ContractStep[] = ['send', 'sign', 'counter-sign'];
    expect(path.reduce<ContractStatus>((status, step) => nextStatus(status, step), 'draft')).toBe('active');
    expect(nextStatus('active', 'expire')).toBe('expired');
    expect(nextStatus('active', 'end')).toBe('ended');
  });

  it('a new text takes a signed contract back to sent: the signature was for another text', () => {
    expect(nextStatus('signed', 'revise')).toBe('sent');
  });

  it('is withdrawn before the partner has signed and annulled after', () => {
    expect(nextStatus('sent', stepToTakeBack('sent'))).toBe('withdrawn');
    expect(nextStatus('signed', stepToTakeBack('signed'))).toBe('void');
    expect(codeOf(() => nextStatus('active', stepToTakeBack('active')))).toBe(
      'partner-contracts/not-withdrawable',
    );
  });

  it('tells a partner who comes late why', () => {
    expect(codeOf(() => nextStatus('signed', 'sign'))).toBe('partner-contracts/already-signed');
    expect(codeOf(() => nextStatus('active', 'sign'))).toBe('partner-contracts/already-signed');
    expect(codeOf(() => nextStatus('withdrawn', 'sign'))).toBe('partner-contracts/withdrawn');
    expect(codeOf(() => nextStatus('draft', 'sign'))).toBe('partner-contracts/not-awaiting-signature');
  });

  it('allows nothing once it is over', () => {
    const over: ContractStatus[] = ['expired', 'ended', 'withdrawn', 'void'];
    const steps = Object.keys(contractTransitions) as ContractStep[];
    expect(over.flatMap((status) => steps.filter((step) => mayStep(status, step)))).toEqual([]);
  });

  it('every status but the first can be reached', () => {
    const reached = new Set(Object.values(contractTransitions).map((transition) => transition.to));
    expect(contractStatuses.filter((status) => status !== 'draft' && !reached.has(status))).toEqual([]);
  });
});
