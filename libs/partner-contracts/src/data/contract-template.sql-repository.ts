import { Injectable } from '@nestjs/common';
import type { ContractTemplateText } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import {
  ContractTemplateRepository,
  type StoredTemplate,
  type TemplateAuthor,
} from '../application/contract-template.repository.js';

/** Templates in PostgreSQL. A text once kept is never changed: the application's role may not. */
@Injectable()
export class ContractTemplateSqlRepository extends ContractTemplateRepository {
  async insert(
    tx: Transaction,
    template: StoredTemplate,
    text: ContractTemplateText,
    by: TemplateAuthor,
  ): Promise<boolean> {
    const inserted = await tx.query(
      `insert into contract_template (id, alliance_id, name, number, created_at) values ($1, $2, $3, $4, $5)
       on conflict (alliance_id, lower(name)) do nothing returning id`,
      [template.id, tx.allianceId, template.name, template.number, tx.now()],
    );
    if (inserted.length === 0) return false;
    await this.addText(tx, template, text, by);
    return true;
  }

  async find(tx: Transaction, id: string, lock?: 'lock'): Promise<StoredTemplate | undefined> {
    const [row] = await tx.query<StoredTemplate>(
      `select id, name, number, version from contract_template
       where alliance_id = $1 and id = $2 ${lock === 'lock' ? 'for update' : ''}`,
      [tx.allianceId, id],
    );
    return row;
  }

  async findText(tx: Transaction, id: string, number: number): Promise<ContractTemplateText | undefined> {
    const [row] = await tx.query<{ text: ContractTemplateText }>(
      `select text from contract_template_text where alliance_id = $1 and template_id = $2 and number = $3`,
      [tx.allianceId, id, number],
    );
    return row?.text;
  }

  async saveWithText(
    tx: Transaction,
    template: StoredTemplate,
    text: ContractTemplateText,
    by: TemplateAuthor,
  ): Promise<boolean> {
    const changed = await tx.query(
      `update contract_template t set name = $3, number = $4, version = version + 1
       where alliance_id = $1 and id = $2 and not exists (
         select from contract_template other
         where other.alliance_id = $1 and lower(other.name) = lower($3) and other.id <> $2)
       returning id`,
      [tx.allianceId, template.id, template.name, template.number],
    );
    if (changed.length === 0) return false;
    await this.addText(tx, template, text, by);
    return true;
  }

  private async addText(
    tx: Transaction,
    template: StoredTemplate,
    text: ContractTemplateText,
    by: TemplateAuthor,
  ): Promise<void> {
    await tx.query(
      `insert into contract_template_text (id, alliance_id, template_id, number, text, created_by_name, created_by_id,
         created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), tx.allianceId, template.id, template.number, JSON.stringify(text), by.name, by.id, tx.now()],
    );
  }
}
