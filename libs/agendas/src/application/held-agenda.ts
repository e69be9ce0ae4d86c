import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { notFound, type Transaction } from '#libs/platform';
import type { AgendaRepository, StoredAgenda } from './agenda.repository.js';

/**
 * The version that is to be changed, held until the end of the unit of work.
 * @param expected the version the change is based on
 * @throws DomainError platform/not-found, platform/stale
 */
export async function holdAgenda(
  agendas: AgendaRepository,
  tx: Transaction,
  id: string,
  expected: number,
): Promise<StoredAgenda> {
  const agenda = await agendas.hold(tx, id);
  if (agenda === null) throw notFound();
  if (agenda.version !== expected) throw new DomainError<ErrorCode>('platform/stale');
  return agenda;
}
