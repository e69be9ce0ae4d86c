import type { SealReport } from './verify-seals.js';

export type { SealCheck, SealProblem, SealReport } from './verify-seals.js';
export { Sealer, type SealIdentity } from './sealer.js';

/** What the seals of a PDF say and whether they hold. The cryptography is loaded when it is first needed, not at start. */
export async function verifySeals(bytes: Uint8Array): Promise<SealReport> {
  return (await import('./verify-seals.js')).verifySeals(bytes);
}
