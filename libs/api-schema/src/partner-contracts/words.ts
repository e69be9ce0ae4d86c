/** Where a contract is in its life; the declared transitions are in the module's domain. */
export const contractStatuses = [
  'draft',
  'sent',
  'signed',
  'active',
  'expired',
  'ended',
  'withdrawn',
  'void',
] as const;
/** Status of a contract. `signed` means by the partner; counter-signed it is `active`. */
export type ContractStatus = (typeof contractStatuses)[number];

/** What the capacity of a commitment is counted in, per year; `none` when it is not counted. */
export const commitmentUnits = ['places', 'people', 'times', 'none'] as const;
/** Unit of a commitment's capacity. */
export type CommitmentUnit = (typeof commitmentUnits)[number];

/** How a name was put under a contract. */
export const signatureMethods = ['typed', 'drawn'] as const;
/** Typed or drawn. Legally the same: a simple electronic signature (eIDAS art. 3, no. 10). */
export type SignatureMethod = (typeof signatureMethods)[number];

/** Who signs: the partner first, the secretariat counter-signs. */
export const signatureSides = ['partner', 'secretariat'] as const;
/** The side a signature stands for. */
export type SignatureSide = (typeof signatureSides)[number];

/** Why a mail about a contract was sent. */
export const contractMessageKinds = [
  'invitation',
  'resent',
  'passed-on',
  'revised',
  'receipt',
  'active',
] as const;
/** Kind of a mail about a contract. */
export type ContractMessageKind = (typeof contractMessageKinds)[number];

/** Placeholders a template's text may hold; they are filled in when the contract is sent. */
export const contractPlaceholders = ['alliance', 'partner', 'responseDays', 'termMonths'] as const;
/** Name of a placeholder, written `{alliance}` in the text. */
export type ContractPlaceholder = (typeof contractPlaceholders)[number];

/** The box a drawn signature is normalised to: strokes hold whole numbers inside it. */
export const strokeBox = { width: 600, height: 200 } as const;
