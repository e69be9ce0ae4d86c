import type { ContractTemplateText } from '#libs/api-schema';
import type { Transaction } from '#libs/platform';

/** A template without its texts. */
export interface StoredTemplate {
  readonly id: string;
  readonly name: string;
  /** Number of the newest text. */
  readonly number: number;
  readonly version: number;
}

/** The person who wrote a text. */
export interface TemplateAuthor {
  readonly id: string;
  readonly name: string;
}

/** Where templates and their texts are kept. */
export abstract class ContractTemplateRepository {
  /** Keeps a new template and its first text. @returns false when the name is taken */
  abstract insert(
    tx: Transaction,
    template: StoredTemplate,
    text: ContractTemplateText,
    by: TemplateAuthor,
  ): Promise<boolean>;
  /** One template; with `lock` no one else can change it until this unit of work ends. */
  abstract find(tx: Transaction, id: string, lock?: 'lock'): Promise<StoredTemplate | undefined>;
  /** The text of a number. */
  abstract findText(tx: Transaction, id: string, number: number): Promise<ContractTemplateText | undefined>;
  /** Keeps a changed template with a new text under its number. @returns false when the name is taken */
  abstract saveWithText(
    tx: Transaction,
    template: StoredTemplate,
    text: ContractTemplateText,
    by: TemplateAuthor,
  ): Promise<boolean>;
}
