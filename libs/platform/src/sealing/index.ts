export { loadOrCreateSealKey, parseSealKey, sealKeyFile, type SealKey } from './seal-key.js';
export { sealPdf, type SealStatement } from './seal.js';
export { verifySeals, type SealCheck, type SealProblem, type SealReport } from './verify-seals.js';
export { Sealer, type SealIdentity } from './sealer.js';
