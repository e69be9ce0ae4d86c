import type {
  ChosenCommitment,
  ContractTemplateText,
  Locale,
  SignatureSide,
  SignatureStrokes,
} from '#libs/api-schema';
import { strokeBox } from '#libs/api-schema';
import { documentWidth, type DocumentContent, type DocumentDefinition } from '#libs/platform';
import type { ContractParties } from '../domain/contract-text.js';
import type { ContractTerm } from '../domain/contract-term.js';
import { parseTextBlocks } from '../domain/text-blocks.js';
import { evidencePage } from './contract-evidence.js';
import { contractDocumentTexts, type DocumentStep } from './contract-document.texts.js';
import { facts, rule } from './document-pieces.js';
import { dateInWords, daysInWords, instantInWords, monthsInWords, unitInWords } from './contract-words.js';

/** A signature as the document shows it. */
export interface DocumentSignature {
  readonly side: SignatureSide;
  readonly name: string;
  /** The organisation it binds, or the alliance for the secretariat. */
  readonly onBehalfOf: string;
  readonly email: string | null;
  readonly strokes: SignatureStrokes | null;
  readonly signedAt: Date;
  readonly identifiedBy: 'link-and-code' | 'signed-in';
  readonly locale: Locale;
}

/** All that stands in a contract's PDF. */
export interface ContractDocument {
  readonly contractId: string;
  readonly locale: Locale;
  readonly text: ContractTemplateText;
  readonly parties: ContractParties;
  readonly chosen: readonly ChosenCommitment[];
  /** Null until the secretariat has counter-signed. */
  readonly term: ContractTerm | null;
  readonly signatures: readonly DocumentSignature[];
  readonly textHash: string;
  readonly templateNumber: number;
  readonly steps: readonly {
    readonly step: DocumentStep;
    readonly at: Date;
  }[];
  readonly seal: { readonly commonName: string; readonly isDevelopmentCertificate: boolean };
  readonly createdAt: Date;
}

/** Composes the PDF of a contract: the parties, what was promised, the whole text, the signatures, the evidence. */
export function composeContractDocument(contract: ContractDocument): DocumentDefinition {
  const title = `${contract.text.title[contract.locale]}: ${contract.parties.partner}`;
  return {
    title,
    language: contract.locale,
    author: contract.parties.alliance,
    createdAt: contract.createdAt,
    footer: `${contract.parties.partner} · ${contract.contractId}`,
    content: [
      { text: contract.text.title[contract.locale], style: 'title' },
      rule(),
      ...partyLines(contract),
      ...commitments(contract),
      ...fullText(contract.text.body[contract.locale]),
      ...signatureLines(contract),
      ...evidencePage(contract),
    ],
  };
}

function partyLines(contract: ContractDocument): DocumentContent[] {
  const { locale, parties, term, text } = contract;
  const words = contractDocumentTexts[locale];
  const months = monthsInWords(text.termMonths, locale);
  const partner = parties.cvr === null ? parties.partner : `${parties.partner} (${words.cvr} ${parties.cvr})`;
  const runs = term
    ? words.termFixed(months, dateInWords(term.startsOn, locale), dateInWords(term.endsOn, locale))
    : words.termPending(months);
  return [
    facts([
      [words.parties, `${partner} ${words.and} ${parties.alliance}`],
      [words.term, runs],
      [words.response, words.responseWithin(daysInWords(text.responseDays, locale))],
    ]),
  ];
}

function commitments({ text, chosen, locale }: ContractDocument): DocumentContent[] {
  const words = contractDocumentTexts[locale];
  const options = chosen.flatMap((choice) => {
    const option = text.optional.find((each) => each.key === choice.key);
    if (option === undefined) return [];
    const count =
      choice.count === null
        ? ''
        : `: ${String(choice.count)} ${unitInWords(option.unit, choice.count, locale)}`;
    return [{ text: `${option.text[locale]}${count}` }];
  });
  return [
    { text: words.mandatory, style: 'heading' },
    { ul: text.mandatory.map((each) => ({ text: each.text[locale] })), margin: [0, 0, 0, 4] },
    { text: words.optional, style: 'heading' },
    options.length > 0
      ? { ul: options, margin: [0, 0, 0, 4] }
      : { text: words.optionalNone, style: 'paragraph' },
  ];
}

function fullText(body: string): DocumentContent[] {
  return parseTextBlocks(body).map((block): DocumentContent => {
    if (block.kind === 'heading') return { text: block.text, style: 'heading' };
    if (block.kind === 'paragraph') return { text: block.text, style: 'paragraph' };
    return { ul: block.items.map((item) => ({ text: item })), margin: [0, 0, 0, 6] };
  });
}

function signatureLines(contract: ContractDocument): DocumentContent[] {
  const words = contractDocumentTexts[contract.locale];
  const awaits: DocumentContent = {
    text: words.awaitsCounterSignature,
    style: 'small',
    margin: [0, 8, 0, 0],
  };
  const side = (which: SignatureSide, label: string): DocumentContent => {
    const signature = contract.signatures.find((each) => each.side === which);
    return {
      width: '*',
      stack: [
        { text: label, style: 'label' },
        ...(signature ? signedName(signature, contract.locale) : [awaits]),
      ],
    };
  };
  return [
    {
      unbreakable: true,
      stack: [
        { text: words.signatures, style: 'heading', margin: [0, 22, 0, 8] },
        {
          columns: [side('partner', words.forPartner), side('secretariat', words.forSecretariat)],
          columnGap: 28,
        },
      ],
    },
  ];
}

function signedName(signature: DocumentSignature, locale: Locale): DocumentContent[] {
  const column = (documentWidth - 28) / 2;
  const mark: DocumentContent =
    signature.strokes === null
      ? { text: signature.name, italics: true, fontSize: 19, margin: [0, 25, 0, 5] }
      : { canvas: drawn(signature.strokes, column), margin: [0, 0, 0, 1] };
  return [
    mark,
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: column, y2: 0, lineWidth: 0.75, lineColor: '#1a1a1a' }] },
    { text: signature.name, bold: true, margin: [0, 4, 0, 0] },
    { text: signature.onBehalfOf },
    { text: instantInWords(signature.signedAt, locale), style: 'small' },
  ];
}

function drawn(strokes: SignatureStrokes, width: number) {
  const scale = Math.min(width, 180) / strokeBox.width;
  const foot = strokeBox.height * scale;
  const lines = strokes
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => ({
      type: 'polyline' as const,
      points: stroke.map(([x, y]) => ({ x: x * scale, y: y * scale })),
      lineWidth: 1.4,
      lineColor: '#12306b',
      lineCap: 'round' as const,
    }));
  const floor = {
    type: 'line' as const,
    x1: 0,
    y1: foot,
    x2: 0.1,
    y2: foot,
    lineWidth: 0.1,
    lineColor: '#ffffff',
  };
  return [...lines, floor];
}
