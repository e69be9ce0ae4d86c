import pg from 'pg';
import {
  anchorFolder,
  type AnchorRow,
  type ChainReport,
  compareAnchors,
  type Finding,
  readAnchorFile,
  readAnchorFolder,
  verifyChains,
} from '#libs/platform';
import { joinInstallation } from '../../composition/installation.js';

const meanings: Readonly<Record<Finding['kind'], string>> = {
  edited: 'the event was changed after it was sealed',
  deleted: 'the event is gone',
  'broken-link': 'the seal does not continue the one before it',
  inserted: 'an event was put in beside the product, before this number',
  'cut-off': 'the chain was cut off here',
  rewritten: 'the chain holds, but it is not the one that was anchored',
  gone: 'nothing is left of the chain',
};

/** What an anchor is that cannot be trusted or found. */
const anchorMeanings: Readonly<Record<string, string>> = {
  'changed-file': 'the file is not what was anchored',
  'changed-row': 'the row in the database is not what was anchored',
  'missing-file': 'the database knows it, this machine has no such file',
  'missing-row': 'the file is here, the database does not know it',
  'missing-before': 'the anchor before it is nowhere',
};

/** A file that another machine of the installation keeps is no sign of tampering. */
const harmless = new Set(['missing-file']);

/** How the command is asked. */
export interface VerifyOptions {
  /** Further anchors, e.g. from mails. */
  readonly anchor?: string[];
}

/**
 * Walks every alliance's chain of sealed events and holds it against the anchors in the database, in DATA_DIR/anchors
 * and in the files given; exit code 1 when one does not hold.
 */
export async function verifyEvents({ anchor = [] }: VerifyOptions): Promise<void> {
  const installation = await joinInstallation();
  const { config } = installation;
  const client = new pg.Client({ connectionString: config.MIGRATION_DATABASE_URL });
  await client.connect();
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown[]> =>
    (await client.query(sql, [...parameters])).rows as unknown[];
  try {
    const rows = (await query(
      'select file_name, document, digest from anchor order by anchored_at',
      [],
    )) as AnchorRow[];
    const given = await Promise.all(anchor.map((path) => readAnchorFile(path)));
    const folder = await readAnchorFolder(anchorFolder(config));
    const compared = compareAnchors(rows, [...folder, ...given]);
    for (const { kind, name } of compared.findings)
      console.log(`${harmless.has(kind) ? 'note' : 'ANCHOR'} ${name}: ${anchorMeanings[kind] ?? kind}`);
    const reports = await verifyChains(query, compared.heads);
    const names = await namesOf(query);
    for (const report of reports) tell(report, names.get(report.allianceId));
    console.log(
      `${String(reports.length)} chains held against ${String(rows.length)} anchors in the database and ${String(folder.length + given.length)} in files.`,
    );
    const isBroken =
      reports.some(({ findings }) => findings.length > 0) ||
      compared.findings.some(({ kind }) => !harmless.has(kind));
    if (isBroken) process.exitCode = 1;
  } finally {
    await client.end();
    await installation.stop();
  }
}

async function namesOf(
  query: (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>,
): Promise<Map<string, string>> {
  const rows = (await query('select id, name from alliance', [])) as { id: string; name: string }[];
  return new Map([
    ['00000000-0000-0000-0000-000000000000', 'the installation'],
    ...rows.map(({ id, name }) => [id, name] as const),
  ]);
}

function tell(report: ChainReport, name = 'an alliance that is not there'): void {
  const { allianceId, events, heads, findings } = report;
  const state = findings.length === 0 ? 'holds' : 'DOES NOT HOLD';
  console.log(
    `${allianceId} (${name}): ${String(events)} events, ${String(heads)} anchored heads, chain ${state}`,
  );
  for (const { kind, seq, eventId, type, head } of findings) {
    const what = type === undefined ? '' : ` ${type}${eventId === undefined ? '' : ` (${eventId})`}`;
    const told =
      head === undefined
        ? ''
        : `; anchored ${head.anchoredAt} at number ${String(head.seq)} (${head.source})`;
    console.log(`  ${kind.toUpperCase()} at number ${String(seq)}${what}: ${meanings[kind]}${told}`);
  }
}
