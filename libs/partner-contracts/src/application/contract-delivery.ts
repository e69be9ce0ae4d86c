import { Injectable } from '@nestjs/common';
import { addDays, copenhagenInstant } from '#libs/kernel';
import { Links, Mailer, type Transaction } from '#libs/platform';
import { nextStatus } from '../domain/contract-lifecycle.js';
import { readFrozenText } from '../domain/contract-text.js';
import { ContractRepository, type ContractRecipient, type StoredContract } from './contract.repository.js';
import { partnerOf, subjectOf } from './contract-access.js';
import { invitationMail } from './contract-mails.js';

/** Purpose of the links that lead to the signing page. */
export const contractLink = 'contract';
/** Name of the check that is asked before an invitation leaves. */
export const invitationCheck = 'partner-contracts.invitation';
/** Days after the deadline in which the link still works: late is better than never. */
const graceDays = 30;

/** Why and by whom an invitation goes out. */
export interface InvitationReason {
  readonly kind: 'invitation' | 'resent' | 'passed-on' | 'revised';
  readonly passedOnBy?: string;
}

/** Sends a contract to somebody: a fresh link in a mail from the person who sends it. */
@Injectable()
export class ContractDelivery {
  constructor(
    private readonly links: Links,
    private readonly mailer: Mailer,
    private readonly contracts: ContractRepository,
  ) {}

  /** Issues a link and leaves the mail that carries it. */
  async invite(
    tx: Transaction,
    contract: StoredContract,
    recipient: ContractRecipient,
    reason: InvitationReason,
  ): Promise<void> {
    const { text, parties } = readFrozenText(contract.canonicalText);
    const link = await this.links.issue(tx, {
      purpose: contractLink,
      subjectId: contract.id,
      organisationId: contract.organisationId,
      to: recipient,
      expiresAt: copenhagenInstant(addDays(contract.answerBy, graceDays)),
    });
    const deliveryId = await this.mailer.queue(tx, {
      template: invitationMail,
      params: {
        kind: reason.kind,
        title: text.title,
        alliance: parties.alliance,
        partner: parties.partner,
        recipientName: recipient.name,
        senderName: contract.sender.name,
        answerBy: contract.answerBy,
        termMonths: contract.termMonths,
        message: contract.message,
        passedOnBy: reason.passedOnBy ?? null,
        url: link.url,
      },
      to: recipient,
      key: `contract-invitation:${link.id}`,
      about: { kind: 'contract', id: contract.id },
      check: invitationCheck,
      replyTo: { name: contract.sender.name, email: contract.sender.email },
      senderName: `${contract.sender.name}, ${parties.alliance}`,
    });
    await this.contracts.addMessage(tx, contract.id, reason.kind, deliveryId);
  }

  /**
   * Sends a draft to its recipient.
   * @throws DomainError `not-a-draft`
   */
  async send(tx: Transaction, contract: StoredContract): Promise<StoredContract> {
    const sent = { ...contract, status: nextStatus(contract.status, 'send'), sentAt: tx.now() };
    await this.contracts.save(tx, sent);
    await this.invite(tx, sent, sent.recipient, { kind: 'invitation' });
    await this.contracts.addStep(tx, sent.id, 'sent');
    await tx.append('partner-contracts.contract-sent', subjectOf(sent), partnerOf(sent));
    return sent;
  }

  /** Ends all links to the contract that are still open. */
  async revokeLinks(tx: Transaction, contractId: string): Promise<void> {
    await this.links.revokeFor(tx, contractLink, contractId);
  }
}
