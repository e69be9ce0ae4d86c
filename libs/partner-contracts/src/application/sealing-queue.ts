import { addDays, copenhagenInstant, type PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** Queue in which signed contracts wait to be sealed. */
export const sealingQueue = 'partner-contracts.seal';
/** Queue in which running contracts wait for the day after their last. */
export const expiryQueue = 'partner-contracts.expire';

/** Which document is to be sealed: with the partner's signature only, or with both. */
export type DocumentStage = 'partner' | 'final';

/** One job for each time the side signed: a contract that was revised is sealed anew. */
export function sealingKey(contractId: string, stage: DocumentStage, signedAt: Date): string {
  return `${contractId}:${stage}:${String(signedAt.getTime())}`;
}

/** Leaves the sealing of a document as a job in the causing transaction: a crash cannot lose it. */
export function enqueueSealing(
  tx: Transaction,
  contractId: string,
  stage: DocumentStage,
  signedAt: Date,
): Promise<void> {
  return tx.enqueue({
    queue: sealingQueue,
    key: sealingKey(contractId, stage, signedAt),
    payload: { allianceId: tx.allianceId, contractId, stage },
  });
}

/** Leaves the expiry of a contract for the night after its last day. */
export function enqueueExpiry(tx: Transaction, contractId: string, endsOn: PlainDate): Promise<void> {
  return tx.enqueue({
    queue: expiryQueue,
    key: `${contractId}:${endsOn}`,
    payload: { allianceId: tx.allianceId, contractId },
    runAt: copenhagenInstant(addDays(endsOn, 1), '00:05'),
  });
}
