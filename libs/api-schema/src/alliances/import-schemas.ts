import { z } from 'zod';
import { id, instant, listQuery } from '../lists.js';
import { importStates, partnerFields, rowEffects, rowVerdicts } from './words.js';

/** Something about a row that its reader should know: a problem stops the row, a note does not. */
export const finding = z.object({
  field: z.enum(partnerFields).nullable(),
  level: z.enum(['problem', 'note']),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** Something about a row that its reader should know. */
export type Finding = z.infer<typeof finding>;

/** Which column (counted from 0) holds which field; a field that no column holds is left out. */
export const columnMatches = z.partialRecord(z.enum(partnerFields), z.number().int().min(0).max(199));
/** Which column holds which field. */
export type ColumnMatches = z.infer<typeof columnMatches>;

/** Correct which columns are which. */
export const matchColumns = z.strictObject({ columns: columnMatches });

/** Mend a row: write cells anew (by column, counted from 0), leave it out or take it in. */
export const mendRow = z.strictObject({
  cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(5000)).optional(),
  skipped: z.boolean().optional(),
});

/** Carry the import out. Rows with problems stop it, unless they are to be left out. */
export const runImport = z.strictObject({ leaveOutProblems: z.boolean().default(false) });

const count = z.number().int();

/** How many rows are what, before and after the import. */
export const importCounts = z.object({
  rows: count,
  new: count,
  match: count,
  unchanged: count,
  problem: count,
  empty: count,
  skipped: count,
  notes: count,
  created: count,
  updated: count,
  removed: count,
  restored: count,
  kept: count,
});
/** How many rows are what. */
export type ImportCounts = z.infer<typeof importCounts>;

/** An import of a partner list. */
export const partnerImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(importStates),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  header: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  columns: columnMatches,
  counts: importCounts,
  progress: z.object({ done: count, total: count }).nullable(),
  uploadedBy: z.string(),
  createdAt: instant,
  importedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  version: count,
});

/** The imports of an alliance, newest first. */
export const partnerImportList = z.object({
  items: z.array(
    partnerImport.pick({
      id: true,
      fileName: true,
      state: true,
      counts: true,
      uploadedBy: true,
      createdAt: true,
    }),
  ),
});

/** Which rows of an import are asked for. */
export const importRowQuery = listQuery(['line'], {
  verdict: z.enum([...rowVerdicts, 'skipped', 'note', 'kept']).optional(),
});

/** One row of an import. */
export const importRow = z.object({
  id,
  line: count,
  cells: z.array(z.string()),
  edited: z.boolean(),
  skipped: z.boolean(),
  verdict: z.enum(rowVerdicts),
  findings: z.array(finding),
  matchOn: z.enum(['cvr', 'email']).nullable(),
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  changes: z.array(z.object({ field: z.enum(partnerFields), from: z.string().nullable(), to: z.string() })),
  effect: z.enum(rowEffects).nullable(),
  undo: z.enum(['removed', 'restored', 'kept']).nullable(),
  undoReason: z.string().nullable(),
});

/** A mended row, and how the import stands now. */
export const mendedRow = z.object({ row: importRow, import: partnerImport });
