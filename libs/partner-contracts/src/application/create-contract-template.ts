import { Injectable } from '@nestjs/common';
import type { ContractTemplateText, ErrorCode } from '#libs/api-schema';
import { DomainError, newId } from '#libs/kernel';
import { Access, type PersonActor, UnitOfWork } from '#libs/platform';
import { checkTemplateText } from '../domain/contract-text.js';
import { ContractTemplateRepository } from './contract-template.repository.js';

/** Makes a template; its text becomes version 1. */
@Injectable()
export class CreateContractTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
    private readonly templates: ContractTemplateRepository,
  ) {}

  /**
   * @returns the id of the new template
   * @throws DomainError `unknown-placeholder`, `commitment-twice`, `template-name-taken`
   */
  async run(
    actor: PersonActor,
    input: { name: string; text: ContractTemplateText },
  ): Promise<{ id: string }> {
    this.access.authorize(actor, 'create', 'ContractTemplate');
    checkTemplateText(input.text);
    return this.unitOfWork.actAs(actor, async (tx) => {
      const template = { id: newId(), name: input.name, number: 1, version: 1 };
      const by = { id: actor.personId, name: actor.name };
      if (!(await this.templates.insert(tx, template, input.text, by))) throw nameTaken(input.name);
      const subject = { kind: 'contract-template', id: template.id };
      await tx.append('partner-contracts.template-created', subject, { templateName: input.name, number: 1 });
      return { id: template.id };
    });
  }
}

/** "There is a template of that name already." */
export function nameTaken(name: string): DomainError<ErrorCode> {
  return new DomainError<ErrorCode>('partner-contracts/template-name-taken', { name }, 'name');
}
