import type { DocumentContent } from '#libs/platform';
import type { ContractDocument, DocumentSignature } from './contract-document.js';
import { contractDocumentTexts, type ContractDocumentTexts } from './contract-document.texts.js';
import { instantInWords } from './contract-words.js';
import { facts, rule } from './document-pieces.js';

/**
 * The page that says who signed, when, how they were identified, what text it was, and what the seal means.
 * It promises what eIDAS lets it promise: simple electronic signatures, and a seal that is the platform's.
 */
export function evidencePage(contract: ContractDocument): DocumentContent[] {
  const words = contractDocumentTexts[contract.locale];
  return [
    { text: words.evidence, style: 'title', pageBreak: 'before' },
    { text: words.evidenceLead, style: 'lead' },
    rule(),
    ...contract.signatures.flatMap((signature) => signer(signature, contract, words)),
    { text: words.textHash, style: 'heading' },
    { text: contract.textHash.replace(/(.{16})/g, '$1 ').trim(), margin: [0, 0, 0, 3] },
    { text: words.textHashNote, style: 'small', margin: [0, 0, 0, 6] },
    facts([
      [words.contractNumber, contract.contractId],
      [words.template, String(contract.templateNumber)],
    ]),
    {
      unbreakable: true,
      stack: [
        { text: words.events, style: 'heading' },
        facts(
          contract.steps.map(({ step, at }) => [precise(at, contract), words.step[step]] as const),
          236,
        ),
      ],
    },
    { text: words.seal, style: 'heading' },
    { text: words.sealNote(contract.seal.commonName), style: 'paragraph' },
    ...(contract.seal.isDevelopmentCertificate
      ? [{ text: words.developmentSeal, bold: true, style: 'paragraph' as const }]
      : []),
  ];
}

function signer(
  signature: DocumentSignature,
  contract: ContractDocument,
  words: ContractDocumentTexts,
): DocumentContent[] {
  const side = signature.side === 'partner' ? words.forPartner : words.forSecretariat;
  return [
    {
      unbreakable: true,
      stack: [
        { text: side, style: 'heading' },
        facts([
          [words.signer, signature.name],
          [words.onBehalfOf, signature.onBehalfOf],
          ...(signature.email === null ? [] : [[words.mail, signature.email] as const]),
          [words.signedAt, precise(signature.signedAt, contract)],
          [words.method, signature.strokes === null ? words.typed : words.drawn],
          [words.language, words.languageName[signature.locale]],
          [words.identified, words.identifiedBy[signature.identifiedBy]],
          [words.kind, words.simple],
        ]),
      ],
    },
  ];
}

/** Danish time in words, with the second of UTC that a court would ask for. */
function precise(instant: Date, { locale }: ContractDocument): string {
  return `${instantInWords(instant, locale)} (${instant.toISOString().slice(0, 19)}Z)`;
}
