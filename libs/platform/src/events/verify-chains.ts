import { canonicalEvent, chain } from './event-sealer.js';

/** What became of one alliance's chain. */
export interface ChainReport {
  readonly allianceId: string;
  readonly events: number;
  /** The first number at which it does not hold: changed, removed or put in. */
  readonly broken?: number;
}

interface Row {
  alliance_id: string;
  seq: string;
  previous_hash: Buffer;
  hash: Buffer;
  canonical: string | null;
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>;

const piece = 1000;

/**
 * Walks every chain from its beginning. Finds edits, removals and insertions; a cut at the end shows only against a
 * head kept elsewhere.
 * @param query runs as a role that sees all alliances
 */
export async function verifyChains(query: Query): Promise<ChainReport[]> {
  const alliances = (await query('select distinct alliance_id as id from event_seal order by 1', [])) as {
    id: string;
  }[];
  const reports: ChainReport[] = [];
  for (const { id } of alliances) reports.push(await verifyChain(query, id));
  return reports;
}

async function verifyChain(query: Query, allianceId: string): Promise<ChainReport> {
  let previous: Buffer = Buffer.alloc(32);
  let seq = 0;
  for (;;) {
    const rows = (await query(
      `select s.alliance_id, s.seq, s.previous_hash, s.hash, ${canonicalEvent} as canonical
       from event_seal s left join event e on e.id = s.event_id and e.alliance_id = s.alliance_id
       where s.alliance_id = $1 and s.seq > $2 order by s.seq limit ${String(piece)}`,
      [allianceId, seq],
    )) as Row[];
    for (const row of rows) {
      const holds =
        Number(row.seq) === seq + 1 &&
        row.canonical !== null &&
        row.previous_hash.equals(previous) &&
        row.hash.equals(chain(previous, row.canonical));
      if (!holds) return { allianceId, events: seq, broken: seq + 1 };
      seq += 1;
      previous = row.hash;
    }
    if (rows.length < piece) return { allianceId, events: seq };
  }
}
