import { type AnchoredHead, digestOf, headsOf, readAnchor } from './anchor-document.js';
import type { AnchorFile } from './anchor-files.js';

/** An anchor as the database has it. */
export interface AnchorRow {
  readonly file_name: string;
  readonly document: string;
  readonly digest: Buffer;
}

/**
 * What is wrong with the anchors themselves. `changed-file`/`changed-row`: it is not what was written. `missing-file`:
 * the database knows it, the folder has no such file. `missing-row`: the other way round. `missing-before`: the one it
 * continues is nowhere.
 */
export interface AnchorFinding {
  readonly kind: 'changed-file' | 'changed-row' | 'missing-file' | 'missing-row' | 'missing-before';
  readonly name: string;
}

/** All heads from both witnesses, and where the two disagree. */
export function compareAnchors(
  rows: readonly AnchorRow[],
  files: readonly AnchorFile[],
): { heads: AnchoredHead[]; findings: AnchorFinding[] } {
  const findings: AnchorFinding[] = [];
  const add = (kind: AnchorFinding['kind'], name: string): void => void findings.push({ kind, name });
  const byName = new Map(files.map((file) => [file.name, file]));
  const known = new Set([
    ...rows.map(({ document }) => digestOf(document)),
    ...files.map(({ text }) => digestOf(text)),
  ]);
  for (const row of rows) {
    const digest = row.digest.toString('hex');
    if (digestOf(row.document) !== digest) add('changed-row', row.file_name);
    const file = byName.get(row.file_name);
    if (file === undefined) add('missing-file', row.file_name);
    else if (digestOf(file.text) !== digest) add('changed-file', row.file_name);
  }
  const inRows = new Set(rows.map(({ file_name }) => file_name));
  for (const file of files) {
    if (file.heads === undefined) add('changed-file', file.name);
    else if (!inRows.has(file.name)) add('missing-row', file.name);
  }
  const heads: AnchoredHead[] = files.flatMap((file) => file.heads ?? []);
  for (const [name, text] of [
    ...files.map((f) => [f.name, f.text]),
    ...rows.map((r) => [r.file_name, r.document]),
  ]) {
    const content = readAnchor(text ?? '');
    if (content?.previous != null && !known.has(content.previous)) add('missing-before', name ?? '');
  }
  for (const row of rows) {
    const content = readAnchor(row.document);
    if (content !== undefined) heads.push(...headsOf(content, `database: ${row.file_name}`));
  }
  return { heads, findings: distinct(findings) };
}

function distinct(findings: readonly AnchorFinding[]): AnchorFinding[] {
  return [...new Map(findings.map((one) => [`${one.kind} ${one.name}`, one])).values()];
}
