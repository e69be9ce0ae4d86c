import { createHash } from 'node:crypto';
import { DomainError } from '#libs/kernel';
import type { ContractPlaceholder, ContractTemplateText, ErrorCode } from '#libs/api-schema';

/** What the placeholders of a text are filled with when a contract is sent. */
export type PlaceholderValues = Readonly<Record<ContractPlaceholder, string>>;

/** The parties as they stand in the text that both sign. */
export interface ContractParties {
  readonly alliance: string;
  readonly partner: string;
  /** Danish company registration number, when the partner has one. */
  readonly cvr: string | null;
}

/** The text as it is frozen at sending: the bytes, and the hash that links and signatures are bound to. */
export interface FrozenText {
  readonly text: ContractTemplateText;
  readonly canonical: string;
  /** SHA-256 of `canonical` in UTF-8, hex. */
  readonly hash: string;
}

const placeholder = /\{([^{}\s]*)\}/g;
const known: readonly ContractPlaceholder[] = ['alliance', 'partner', 'responseDays', 'termMonths'];

/**
 * Refuses a template text with a placeholder that does not exist or a commitment that is there twice.
 * @throws DomainError `unknown-placeholder`, `commitment-twice`
 */
export function checkTemplateText(text: ContractTemplateText): void {
  for (const part of textParts(text)) {
    for (const [whole, name] of part.matchAll(placeholder)) {
      if (!isKnown(name)) refuse('partner-contracts/unknown-placeholder', whole);
    }
  }
  const seen = new Set<string>();
  for (const { key } of [...text.mandatory, ...text.optional]) {
    if (seen.has(key))
      throw new DomainError<ErrorCode>('partner-contracts/commitment-twice', { key }, 'text');
    seen.add(key);
  }
}

/**
 * Freezes what is sent: placeholders filled in, and everything the partner agrees to written as one
 * canonical text (sorted keys, NFC, no insignificant space). The same input gives the same bytes.
 */
export function freezeText(template: ContractTemplateText, parties: ContractParties): FrozenText {
  const values: PlaceholderValues = {
    alliance: parties.alliance,
    partner: parties.partner,
    responseDays: String(template.responseDays),
    termMonths: String(template.termMonths),
  };
  const text = mapText(template, (part) => fillPlaceholders(part, values).normalize('NFC'));
  const canonical = canonicalJson({ format: 'rygrad-contract-1', parties: { ...parties }, text });
  return { text, canonical, hash: hashText(canonical) };
}

/** SHA-256 of a canonical text, hex: what a signature is bound to. */
export function hashText(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** Reads a frozen text back from its canonical form. */
export function readFrozenText(canonical: string): { text: ContractTemplateText; parties: ContractParties } {
  return JSON.parse(canonical) as { text: ContractTemplateText; parties: ContractParties };
}

/** Fills `{alliance}` and its like; a value is never itself searched for placeholders. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(placeholder, (whole, name: string) => (isKnown(name) ? values[name] : whole));
}

function isKnown(name: string | undefined): name is ContractPlaceholder {
  return known.some((each) => each === name);
}

function refuse(code: ErrorCode, found: string): never {
  const allowed = known.map((name) => `{${name}}`).join(', ');
  throw new DomainError(code, { placeholder: found, allowed }, 'text');
}

function textParts(text: ContractTemplateText): string[] {
  const parts: string[] = [];
  mapText(text, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

function mapText(text: ContractTemplateText, change: (part: string) => string): ContractTemplateText {
  const both = (part: { da: string; en: string }) => ({ da: change(part.da), en: change(part.en) });
  return {
    ...text,
    title: both(text.title),
    body: both(text.body),
    mandatory: text.mandatory.map((each) => ({ ...each, text: both(each.text) })),
    optional: text.optional.map((each) => ({ ...each, text: both(each.text) })),
  };
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
