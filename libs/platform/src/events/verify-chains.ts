import type { AnchoredHead } from './anchors/anchor-document.js';
import { canonicalEvent, chain, floorId, lateness } from './event-sealer.js';

/**
 * What is wrong with a chain. `edited`: the event says something else than when it was sealed. `deleted`: the event, or
 * its place in the sequence, is gone. `broken-link`: the seal does not continue the one before. `inserted`: an event
 * that was never sealed and is too old to be sealed still. `cut-off`: the chain ends before a head that it once had.
 * `rewritten`: it holds in itself, but is not the chain that was anchored. `gone`: nothing is left of it.
 */
export type FindingKind =
  'edited' | 'deleted' | 'broken-link' | 'inserted' | 'cut-off' | 'rewritten' | 'gone';

/** One thing that is wrong, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** The number in the alliance's sequence at which it shows first. */
  readonly seq: number;
  readonly eventId?: string;
  readonly type?: string;
  /** The head that tells. */
  readonly head?: AnchoredHead;
}

/** What became of one alliance's chain. */
export interface ChainReport {
  readonly allianceId: string;
  /** The last number there is. */
  readonly events: number;
  /** Hash of the last seal, hexadecimal; null when there is none. */
  readonly head: string | null;
  /** Heads kept elsewhere that it was held against. */
  readonly heads: number;
  readonly findings: readonly Finding[];
  /** The first number at which it does not hold. */
  readonly broken?: number;
}

interface Row {
  seq: string;
  previous_hash: Buffer;
  hash: Buffer;
  event_id: string;
  type: string | null;
  canonical: string;
  /** Does the seal say of the event what the event says itself? The history is narrowed by what the seal says. */
  tells: boolean;
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>;

const piece = 2000;
const mostFindings = 50;

/**
 * Walks every chain from its beginning to its end and holds it against heads kept elsewhere. Finds edits, removals and
 * insertions by the hashes, and by the heads what no hash can show: a cut at the end, a chain made anew, one that is gone.
 * @param query runs as a role that sees all alliances
 */
export async function verifyChains(
  query: Query,
  heads: readonly AnchoredHead[] = [],
): Promise<ChainReport[]> {
  const found = (await query(
    'select distinct alliance_id as id from (select alliance_id from event_seal union all select alliance_id from event) e',
    [],
  )) as { id: string }[];
  const alliances = new Set([...found.map(({ id }) => id), ...heads.map(({ allianceId }) => allianceId)]);
  const reports: ChainReport[] = [];
  for (const id of [...alliances].sort()) reports.push(await verifyChain(query, id, heads));
  return reports;
}

/**
 * As {@link verifyChains}, for one alliance; `query` may run in a unit of work of it.
 * @param passed told the number reached, after every piece
 */
export async function verifyChain(
  query: Query,
  allianceId: string,
  heads: readonly AnchoredHead[] = [],
  passed?: (seq: number) => Promise<void>,
): Promise<ChainReport> {
  const own = distinct(heads.filter((head) => head.allianceId === allianceId));
  const walk = new Walk(own);
  for (;;) {
    const rows = (await query(
      `select s.seq, s.previous_hash, s.hash, s.event_id, e.type, ${canonicalEvent} as canonical,
         (s.type, s.occurred_at, s.actor_kind, s.actor_id, s.subject_kind, s.subject_id) is not distinct from
           (e.type, e.occurred_at, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id) as tells
       from event_seal s left join event e on e.id = s.event_id and e.alliance_id = s.alliance_id
       where s.alliance_id = $1 and s.seq > $2 order by s.seq limit ${String(piece)}`,
      [allianceId, walk.last],
    )) as Row[];
    for (const row of rows) walk.pass(row);
    await passed?.(walk.last);
    if (rows.length < piece) break;
  }
  const findings = [
    ...walk.findings,
    ...(await neverSealed(query, allianceId)),
    ...beyond(own, walk.last),
  ].slice(0, mostFindings);
  const head = walk.last === 0 ? null : walk.previous.toString('hex');
  const report = { allianceId, events: walk.last, head, heads: own.length, findings };
  return findings.length === 0 ? report : { ...report, broken: Math.min(...findings.map(({ seq }) => seq)) };
}

/** A head that several anchors hold counts once; two heads of one number cannot both be true, so both stay. */
function distinct(heads: readonly AnchoredHead[]): AnchoredHead[] {
  return [...new Map(heads.map((head) => [`${String(head.seq)}:${head.hash}`, head])).values()];
}

/** One way along a chain. After a break it goes on from what it finds, so that every break is told. */
class Walk {
  readonly findings: Finding[] = [];
  previous: Buffer = Buffer.alloc(32);
  last = 0;

  private readonly heads = new Map<number, AnchoredHead[]>();

  constructor(heads: readonly AnchoredHead[]) {
    for (const head of heads) this.heads.set(head.seq, [...(this.heads.get(head.seq) ?? []), head]);
  }

  pass(row: Row): void {
    const seq = Number(row.seq);
    const at = { seq, eventId: row.event_id, ...(row.type === null ? {} : { type: row.type }) };
    if (seq !== this.last + 1) this.findings.push({ kind: 'deleted', seq: this.last + 1 });
    else if (!row.previous_hash.equals(this.previous)) this.findings.push({ kind: 'broken-link', ...at });
    if (row.type === null) this.findings.push({ kind: 'deleted', ...at });
    else if (!row.tells || !row.hash.equals(chain(row.previous_hash, row.canonical)))
      this.findings.push({ kind: 'edited', ...at });
    const head = this.heads.get(seq)?.find(({ hash }) => hash !== row.hash.toString('hex'));
    if (head !== undefined) this.findings.push({ kind: 'rewritten', ...at, head });
    this.previous = row.hash;
    this.last = seq;
  }
}

/** Heads beyond the end of the chain: the earliest tells where it was cut off. */
function beyond(heads: readonly AnchoredHead[], last: number): Finding[] {
  const lost = heads.filter((head) => head.seq > last).sort((a, b) => a.seq - b.seq);
  const [head] = lost;
  if (head === undefined) return [];
  return [{ kind: last === 0 ? 'gone' : 'cut-off', seq: last + 1, head }];
}

/** Events without a seal that the sealer will never look at again: somebody put them in beside the product. */
async function neverSealed(query: Query, allianceId: string): Promise<Finding[]> {
  const [newest] = (await query('select max(sealed_at) as at from event_seal where alliance_id = $1', [
    allianceId,
  ])) as { at: Date | null }[];
  if (newest?.at == null) return [];
  const rows = (await query(
    `select e.id, e.type, coalesce((select min(s.seq) from event_seal s
         where s.alliance_id = e.alliance_id and s.event_id > e.id), 1) as seq
     from event e
     where e.alliance_id = $1 and e.id < $2 and not exists (select from event_seal s where s.event_id = e.id)
     order by e.id limit ${String(mostFindings)}`,
    [allianceId, floorId(newest.at.getTime() - lateness)],
  )) as { id: string; type: string; seq: string }[];
  return rows.map(({ id, type, seq }) => ({ kind: 'inserted', seq: Number(seq), eventId: id, type }));
}
