import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { contractListQuery, contractTemplateListQuery } from '#libs/api-schema';
import { Access, type ListJson, listPage, type PersonActor, UnitOfWork } from '#libs/platform';
import { contractListing, templateListing } from './contract-lists.js';

/** Pages of contracts and of templates, as far as the actor may see them. */
@Injectable()
export class ListContracts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** One page of contracts. */
  contracts(actor: PersonActor, query: z.infer<typeof contractListQuery>): Promise<ListJson> {
    const seen = this.access.sql(actor, 'read', 'Contract', { alias: 'c', firstParam: 1 });
    return this.unitOfWork.readAs(actor, (tx) => listPage(tx, contractListing, query, seen));
  }

  /** One page of templates. */
  templates(actor: PersonActor, query: z.infer<typeof contractTemplateListQuery>): Promise<ListJson> {
    const seen = this.access.sql(actor, 'read', 'ContractTemplate', { alias: 't', firstParam: 1 });
    return this.unitOfWork.readAs(actor, (tx) => listPage(tx, templateListing, query, seen));
  }
}
