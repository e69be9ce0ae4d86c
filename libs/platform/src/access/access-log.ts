import { newId } from '#libs/kernel';
import type { Transaction } from '../database/transaction.js';
import { correlationId } from '../observability/context.js';
import { caseOrganisations } from '../tenancy/actor.js';

/**
 * Writes that person data was read, in the transaction that reads it: if this fails, so does the read (security.md 22).
 * @param subjects the people read of: kind (`participant`, `enquiry`) and ids
 * @param purpose why, as a stable word: `list`, `detail`, `answer`, `export` …
 * @param by who reads when the product reads for them in places they do not act in: their own data, everywhere
 */
export async function logPersonAccess(
  tx: Transaction,
  subjects: { readonly kind: string; readonly ids: readonly string[] },
  purpose: string,
  by?: { readonly personId: string },
): Promise<void> {
  if (subjects.ids.length === 0) return;
  const { actor } = tx;
  const actorId =
    by?.personId ?? (actor.kind === 'person' ? actor.personId : actor.kind === 'link' ? actor.linkId : null);
  await tx.query(
    `insert into access_log (id, alliance_id, subject_kind, subject_id, actor_kind, actor_id, organisation_id,
       purpose, correlation_id, occurred_at)
     select l.id, $2, $3, l.subject, $5, $6, $10, $7, $8, $9 from unnest($1::uuid[], $4::uuid[]) as l (id, subject)`,
    [
      subjects.ids.map(() => newId()),
      tx.allianceId,
      subjects.kind,
      subjects.ids,
      by === undefined ? actor.kind : 'person',
      actorId,
      purpose,
      correlationId() ?? null,
      tx.now(),
      caseOrganisations(actor)[0] ?? null,
    ],
  );
}
