import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import {
  type ChosenCommitment,
  type ContractStatus,
  type ContractTemplateText,
  defaultContractTemplate,
} from '#libs/api-schema';
import { addDays, copenhagenDate, copenhagenInstant, newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { freezeText } from '../domain/contract-text.js';
import { termFrom } from '../domain/contract-term.js';
import { ContractTemplateRepository } from './contract-template.repository.js';
import { partnerOf, subjectOf } from './contract-access.js';
import type { ContractStepKind, StoredContract, StoredSignature } from './contract.repository.js';
import { ExampleContracts, type PastContract } from './example-contracts.js';
import { type PartnerParty, PartyDirectory } from './party-directory.js';
import { enqueueExpiry } from './sealing-queue.js';

/** When what happens so many days after a contract was sent is done; without a time it is done at midnight. */
const times: Readonly<Record<number, string>> = { 0: '09:20', 3: '14:45', 5: '10:05', 240: '11:30' };

/** How far a contract of the example came, and how many days ago it was sent. */
interface Fate {
  readonly status: Extract<ContractStatus, 'sent' | 'signed' | 'active' | 'expired' | 'ended'>;
  readonly sentDaysAgo: number;
}

/** What was done, by whom (null: by itself) and when. */
type Step = [what: ContractStepKind, by: { readonly name: string } | null, at: Date];

interface Ground {
  readonly example: Example;
  readonly alliance: string;
  readonly templateId: string;
  readonly text: ContractTemplateText;
}

/**
 * Fills the example alliance with a template and contracts: most in force, some run out, a few under way. No mail
 * goes out and no document is sealed: nobody there signed anything.
 */
@Injectable()
export class ContractExample implements ExamplePart {
  readonly name = 'contracts';
  readonly order = 20;

  constructor(
    private readonly templates: ContractTemplateRepository,
    private readonly contracts: ExampleContracts,
    private readonly parties: PartyDirectory,
  ) {}

  async fill(tx: Transaction, example: Example): Promise<void> {
    const template = { id: newId(), name: 'Partnerskabsaftale', number: 1, version: 1 };
    const { personId, name } = example.founder;
    await this.templates.insert(tx, template, defaultContractTemplate, { id: personId, name });
    const alliance = await this.parties.allianceName(tx);
    const found = await this.parties.listPartners(tx, example.companyIds);
    const byId = new Map(found.map((partner) => [partner.id, partner]));
    const ground: Ground = {
      example,
      alliance,
      templateId: template.id,
      text: defaultContractTemplate,
    };
    const past = example.companyIds.flatMap((id, index) => {
      const partner = byId.get(id);
      const fate = fateOf(index, example.random());
      return partner === undefined || fate === null ? [] : [contractOf(ground, partner, fate)];
    });
    await this.contracts.insertAll(tx, past);
    for (const { contract } of past) {
      if (contract.status === 'active' && contract.endsOn !== null) {
        await enqueueExpiry(tx, contract.id, contract.endsOn);
      }
    }
    await tell(
      tx,
      past.map(({ contract }) => contract),
    );
  }
}

/** The newest of it in the feed. */
async function tell(tx: Transaction, contracts: readonly StoredContract[]): Promise<void> {
  const newest = (status: ContractStatus): StoredContract[] =>
    contracts.filter((contract) => contract.status === status).slice(0, 3);
  for (const contract of newest('sent'))
    await tx.append('partner-contracts.contract-sent', subjectOf(contract), partnerOf(contract));
  for (const contract of newest('signed'))
    await tx.append('partner-contracts.contract-signed', subjectOf(contract), {
      ...partnerOf(contract),
      commitments: contract.commitments.length,
    });
}

/**
 * Of 208: 12 await the secretariat, 18 the partner (some for longer than a reminder waits), 5 ran out, 3 were ended
 * early, 20 have none, the rest are in force.
 */
function fateOf(index: number, chance: number): Fate | null {
  const turn = (index * 37) % 208;
  if (turn < 12) return { status: 'signed', sentDaysAgo: 5 + Math.floor(chance * 12) };
  if (turn < 30) return { status: 'sent', sentDaysAgo: 1 + Math.floor(chance * 24) };
  if (turn < 35) return { status: 'expired', sentDaysAgo: 745 + Math.floor(chance * 200) };
  if (turn < 38) return { status: 'ended', sentDaysAgo: 300 + Math.floor(chance * 200) };
  if (turn < 58) return null;
  return { status: 'active', sentDaysAgo: 20 + Math.floor(chance * 690) };
}

function contractOf(ground: Ground, partner: PartnerParty, fate: Fate): PastContract {
  const { example, text } = ground;
  const at = (daysAfter: number): Date =>
    copenhagenInstant(addDays(example.today, daysAfter - fate.sentDaysAgo), times[daysAfter]);
  const isSigned = fate.status !== 'sent';
  const isCounterSigned = isSigned && fate.status !== 'signed';
  const closedAt = fate.status === 'expired' ? at(736) : fate.status === 'ended' ? at(240) : null;
  const recipient = partner.contact ?? { name: partner.name, email: 'post@virksomhed.example', locale: 'da' };
  const commitments = isSigned ? chosen(text, example) : [];
  const frozen = freezeText(text, { alliance: ground.alliance, partner: partner.name, cvr: partner.cvr });
  const term = isCounterSigned ? termFrom(copenhagenDate(at(5)), text.termMonths) : null;
  const { founder } = example;
  const partnerSignature: StoredSignature = {
    side: 'partner',
    name: recipient.name,
    email: recipient.email,
    strokes: null,
    commitments,
    textHash: frozen.hash,
    locale: recipient.locale,
    identifiedBy: 'link-and-code',
    personId: null,
    linkId: null,
    signedAt: at(3),
  };
  const counterSignature: StoredSignature = {
    ...partnerSignature,
    side: 'secretariat',
    name: founder.name,
    email: founder.email,
    locale: founder.locale,
    identifiedBy: 'signed-in',
    personId: founder.personId,
    signedAt: at(5),
  };
  const steps: Step[] = [
    ['drafted', founder, at(0)],
    ['sent', founder, at(0)],
    ...(isSigned ? [['signed', recipient, at(3)] satisfies Step] : []),
    ...(isCounterSigned ? [['counter-signed', founder, at(5)] satisfies Step] : []),
    ...(fate.status === 'expired' ? [['expired', null, at(736)] satisfies Step] : []),
    ...(fate.status === 'ended' ? [['ended', founder, at(240)] satisfies Step] : []),
  ];
  return {
    contract: {
      id: newId(),
      organisationId: partner.id,
      organisationName: partner.name,
      templateId: ground.templateId,
      templateNumber: 1,
      status: fate.status,
      canonicalText: frozen.canonical,
      textHash: frozen.hash,
      responseDays: text.responseDays,
      termMonths: text.termMonths,
      recipient,
      sender: { id: founder.personId, name: founder.name, email: founder.email },
      answerBy: addDays(copenhagenDate(at(0)), 21),
      message: null,
      sentAt: at(0),
      signedAt: isSigned ? at(3) : null,
      activatedAt: isCounterSigned ? at(5) : null,
      closedAt,
      startsOn: term?.startsOn ?? null,
      endsOn: term?.endsOn ?? null,
      commitments,
      partnerDocumentId: null,
      documentId: null,
      version: 1,
      createdAt: at(0),
    },
    signatures: [...(isSigned ? [partnerSignature] : []), ...(isCounterSigned ? [counterSignature] : [])],
    steps: steps.map(([step, by, at]) => ({
      step,
      byName: by?.name ?? null,
      byId: by === founder ? founder.personId : null,
      at,
    })),
  };
}

function chosen(text: ContractTemplateText, example: Example): ChosenCommitment[] {
  return text.optional.flatMap(({ key, unit }) => {
    if (example.random() > 0.3) return [];
    return [{ key, count: unit === 'none' ? null : 1 + Math.floor(example.random() * 4) }];
  });
}
