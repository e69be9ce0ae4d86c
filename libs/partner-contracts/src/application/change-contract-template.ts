import { Injectable } from '@nestjs/common';
import type { ContractTemplateText, ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { Access, notFound, type PersonActor, UnitOfWork } from '#libs/platform';
import { checkTemplateText } from '../domain/contract-text.js';
import { ContractTemplateRepository } from './contract-template.repository.js';
import { nameTaken } from './create-contract-template.js';

/** Gives a template a new text under the next number. Contracts already sent keep the text they were sent with. */
@Injectable()
export class ChangeContractTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly templates: ContractTemplateRepository,
  ) {}

  /**
   * @param version the version of the template the change is based on
   * @throws DomainError `platform/stale`, `platform/not-found`, `unknown-placeholder`, `commitment-twice`
   */
  async run(
    actor: PersonActor,
    id: string,
    version: number,
    input: { name: string; text: ContractTemplateText },
  ): Promise<void> {
    this.access.authorize(actor, 'update', 'ContractTemplate');
    checkTemplateText(input.text);
    await this.unitOfWork.actAs(actor, async (tx) => {
      const template = await this.templates.find(tx, id, 'lock');
      if (template === undefined) throw notFound();
      if (template.version !== version) throw new DomainError<ErrorCode>('platform/stale');
      const changed = { ...template, name: input.name, number: template.number + 1 };
      const by = { id: actor.personId, name: actor.name };
      if (!(await this.templates.saveWithText(tx, changed, input.text, by))) throw nameTaken(input.name);
      const payload = { templateName: changed.name, number: changed.number };
      await tx.append('partner-contracts.template-changed', { kind: 'contract-template', id }, payload);
    });
  }
}
