import type { ContractDocument } from './contract-document.js';
import type { StoredStep } from './contract.repository.js';
import type { DocumentStage } from './sealing-queue.js';

const shown = ['drafted', 'sent', 'resent', 'passed-on', 'revised', 'signed', 'counter-signed'] as const;

/** The step as the evidence page shows it; the receipt stops at the partner's signature. */
export function documentStepOf(step: StoredStep, stage: DocumentStage): ContractDocument['steps'] {
  const kind = shown.find((each) => each === step.step);
  if (kind === undefined || (stage === 'partner' && kind === 'counter-signed')) return [];
  return [{ step: kind, at: step.happenedAt }];
}
