import type { AgendaContent, AgendaPart } from '#libs/api-schema';
import type { TextPiece } from './word-difference.js';
import { wordDifference } from './word-difference.js';

/** One change between two versions of an agenda. */
export interface AgendaChange {
  readonly part: AgendaPart;
  readonly kind: 'changed' | 'added' | 'removed';
  /** What an item of a list is called; empty for the single texts. */
  readonly about: string;
  readonly pieces: readonly TextPiece[];
}

/** Names that stand behind ids in a text, so that a change of them reads as words. */
export interface Names {
  organisation(id: string): string;
  indicator(id: string): string;
}

/** What is different between two versions, in reading order; empty when they say the same. */
export function agendaDifference(before: AgendaContent, after: AgendaContent, names: Names): AgendaChange[] {
  const outcomeTitle = (content: AgendaContent, id: string) =>
    content.outcomes.find((outcome) => outcome.id === id)?.title ?? '';
  return [
    ...(['title', 'problem', 'vision', 'mission'] as const).flatMap((part) =>
      textChange(part, '', before[part], after[part]),
    ),
    ...itemChanges('outcome', before.outcomes, after.outcomes, (outcome) =>
      lines(
        outcome.title,
        outcome.description,
        outcome.indicatorId === null ? '' : names.indicator(outcome.indicatorId),
      ),
    ),
    ...itemChanges('strategy', before.strategies, after.strategies, (strategy) =>
      lines(strategy.title, strategy.description),
    ),
    ...itemChanges(
      'contribution',
      before.contributions.map((item) => ({ ...item, serves: outcomeTitle(before, item.outcomeId) })),
      after.contributions.map((item) => ({ ...item, serves: outcomeTitle(after, item.outcomeId) })),
      (item) => lines(names.organisation(item.organisationId), item.commitment, item.serves),
    ),
  ];
}

function itemChanges<T extends { readonly id: string }>(
  part: AgendaPart,
  before: readonly T[],
  after: readonly T[],
  read: (item: T) => string,
): AgendaChange[] {
  const was = new Map(before.map((item) => [item.id, item]));
  const stays = new Set(after.map((item) => item.id));
  return [
    ...after.flatMap((item) => {
      const old = was.get(item.id);
      return textChange(part, firstLine(read(item)), old === undefined ? null : read(old), read(item));
    }),
    ...before
      .filter((item) => !stays.has(item.id))
      .flatMap((item) => textChange(part, firstLine(read(item)), read(item), null)),
  ];
}

function textChange(
  part: AgendaPart,
  about: string,
  before: string | null,
  after: string | null,
): AgendaChange[] {
  if ((before ?? '') === (after ?? '')) return [];
  const kind =
    before === null || before === '' ? 'added' : after === null || after === '' ? 'removed' : 'changed';
  return [{ part, kind, about, pieces: wordDifference(before ?? '', after ?? '') }];
}

function lines(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
