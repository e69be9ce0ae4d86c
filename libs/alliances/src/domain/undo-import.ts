import type { RowEffect, UndoReason } from '#libs/api-schema';
import type { Partner } from './partner.js';

/** What an import leaves behind on a row, so that it can be undone. */
export interface ImportTrace {
  readonly effect: RowEffect;
  readonly organisationId: string | null;
  /** The partner's version after the import. */
  readonly version: number | null;
  /** The partner before, when it was changed. */
  readonly before: Partner | null;
}

/** What undoing does to the partner of a row. */
export type UndoStep =
  | { readonly kind: 'remove'; readonly organisationId: string }
  | { readonly kind: 'restore'; readonly before: Partner }
  | { readonly kind: 'keep'; readonly reason: UndoReason }
  | { readonly kind: 'nothing' };

/**
 * How a row's effect is undone: only what the import itself made or changed, and only while nobody has touched it
 * since (its version is still the one the import left).
 * @param currentVersion of the partner now; undefined when it is gone
 */
export function undoStep(trace: ImportTrace, currentVersion: number | undefined): UndoStep {
  if (trace.organisationId === null || (trace.effect !== 'created' && trace.effect !== 'updated'))
    return { kind: 'nothing' };
  if (currentVersion === undefined) return { kind: 'keep', reason: 'already-gone' };
  if (currentVersion !== trace.version) return { kind: 'keep', reason: 'changed-since' };
  if (trace.effect === 'created') return { kind: 'remove', organisationId: trace.organisationId };
  return trace.before === null ? { kind: 'nothing' } : { kind: 'restore', before: trace.before };
}
