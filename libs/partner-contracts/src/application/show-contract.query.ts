import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import {
  Access,
  Files,
  notFound,
  type PersonActor,
  type StoredFile,
  type Transaction,
  UnitOfWork,
} from '#libs/platform';
import { readFrozenText } from '../domain/contract-text.js';
import { columns } from './contract-access.js';
import { ContractRepository, type StoredContract } from './contract.repository.js';
import { sealingKey, sealingQueue } from './sealing-queue.js';

interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly recipientName: string;
  readonly recipientEmail: string;
  readonly state: string;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** One contract with its signatures, mails and steps, and its sealed document. */
@Injectable()
export class ShowContract {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly contracts: ContractRepository,
    private readonly files: Files,
  ) {}

  /** @throws DomainError `platform/not-found` */
  run(actor: PersonActor, id: string): Promise<Record<string, unknown>> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const contract = await this.find(tx, actor, id);
      const [template] = await tx.query<{ name: string; number: number }>(
        'select name, number from contract_template where alliance_id = $1 and id = $2',
        [tx.allianceId, contract.templateId],
      );
      const signatures = await this.contracts.listSignatures(tx, id);
      const steps = await this.contracts.listSteps(tx, id);
      const messages = await listMessages(tx, id);
      return {
        ...contract,
        templateName: template?.name ?? '',
        newestTemplateNumber: template?.number ?? contract.templateNumber,
        text: readFrozenText(contract.canonicalText).text,
        senderName: contract.sender.name,
        signatures: signatures.map((each) => ({
          ...each,
          method: each.strokes === null ? 'typed' : 'drawn',
        })),
        messages,
        steps: steps.map(({ step, happenedAt, byName, note }) => ({
          type: step,
          at: happenedAt,
          by: byName,
          note,
        })),
        document: await documentState(tx, contract),
      };
    });
  }

  /**
   * The newest sealed document: with both signatures once there is one, else the receipt.
   * @throws DomainError `platform/not-found`, `not-sealed-yet`
   */
  document(actor: PersonActor, id: string): Promise<StoredFile> {
    return this.unitOfWork.readAs(actor, async (tx) => {
      const contract = await this.find(tx, actor, id);
      const file = contract.documentId ?? contract.partnerDocumentId;
      const state = await documentState(tx, contract);
      if (file !== null && state === 'sealed') return this.files.get(tx, file);
      if (state === 'none') throw notFound();
      throw new DomainError<ErrorCode>('partner-contracts/not-sealed-yet');
    });
  }

  private async find(tx: Transaction, actor: PersonActor, id: string): Promise<StoredContract> {
    const contract = await this.contracts.find(tx, id);
    if (contract === undefined || !this.access.allows(actor, 'read', 'Contract', columns(contract))) {
      throw notFound();
    }
    return contract;
  }
}

/**
 * Whether the document that belongs to the contract's state is made, or waits in the queue. A contract without
 * either (an example's) has none.
 */
async function documentState(
  tx: Transaction,
  contract: StoredContract,
): Promise<'none' | 'sealing' | 'sealed'> {
  const [stage, signedAt] = contract.activatedAt
    ? (['final', contract.activatedAt] as const)
    : (['partner', contract.status === 'signed' ? contract.signedAt : null] as const);
  if (signedAt === null) return 'none';
  if ((stage === 'final' ? contract.documentId : contract.partnerDocumentId) !== null) return 'sealed';
  const [job] = await tx.query<{ state: string }>('select state from job where queue = $1 and key = $2', [
    sealingQueue,
    sealingKey(contract.id, stage, signedAt),
  ]);
  return job === undefined ? 'none' : 'sealing';
}

function listMessages(tx: Transaction, contractId: string): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    `select m.id, m.kind, d.recipient_name as "recipientName", d.recipient_email as "recipientEmail", d.state,
       d.code as problem, m.created_at as "createdAt",
       case when d.state = 'sent' then d.settled_at end as "sentAt"
     from contract_message m
     join platform_delivery d on d.alliance_id = m.alliance_id and d.id = m.delivery_id
     where m.alliance_id = $1 and m.contract_id = $2 order by m.created_at, m.id`,
    [tx.allianceId, contractId],
  );
}
