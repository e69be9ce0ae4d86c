import { Injectable } from '@nestjs/common';
import type { ContractTemplateText } from '#libs/api-schema';
import { Access, notFound, type PersonActor, UnitOfWork } from '#libs/platform';

/** A template as its page shows it; dates as they come from the database. */
export interface ShownTemplate {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly number: number;
  readonly text: ContractTemplateText;
  readonly changedAt: Date;
  readonly changedBy: string | null;
  readonly history: readonly { number: number; createdAt: string; createdBy: string | null }[];
}

/** One template with its newest text and the versions there are. */
@Injectable()
export class ShowContractTemplate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: Access,
  ) {}

  /** @throws DomainError `platform/not-found` */
  run(actor: PersonActor, id: string): Promise<ShownTemplate> {
    this.access.authorize(actor, 'read', 'ContractTemplate');
    return this.unitOfWork.readAs(actor, async (tx) => {
      const [row] = await tx.query<ShownTemplate>(
        `select t.id, t.name, t.version, t.number, x.text, x.created_at as "changedAt",
           x.created_by_name as "changedBy",
           (select json_agg(json_build_object('number', h.number,
              'createdAt', to_char(h.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'createdBy', h.created_by_name) order by h.number desc)
            from contract_template_text h
            where h.alliance_id = t.alliance_id and h.template_id = t.id) as history
         from contract_template t
         join contract_template_text x
           on x.alliance_id = t.alliance_id and x.template_id = t.id and x.number = t.number
         where t.alliance_id = $1 and t.id = $2`,
        [tx.allianceId, id],
      );
      if (row === undefined) throw notFound();
      return row;
    });
  }
}
