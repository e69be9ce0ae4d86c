/** A stretch of text that stayed, went or came. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What changed from one text to another, word by word, in reading order: the pieces without the added ones
 * read as the old text, without the removed ones as the new (longest common subsequence of words).
 */
export function wordDifference(before: string, after: string): TextPiece[] {
  const old = words(before);
  const now = words(after);
  const common = commonLengths(old, now);
  const pieces: { kind: TextPiece['kind']; text: string }[] = [];
  const put = (kind: TextPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let i = 0;
  let j = 0;
  for (let [a, b] = [old[i], now[j]]; a !== undefined || b !== undefined; [a, b] = [old[i], now[j]]) {
    if (a !== undefined && a === b) {
      put('same', a);
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      put('removed', a);
      i += 1;
    } else if (b !== undefined) {
      put('added', b);
      j += 1;
    }
  }
  return pieces;
}

/** Words with the space after them, so that putting them together gives the text again. */
function words(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? [];
}

/** common[i][j]: length of the longest common run of words from old[i] and now[j] on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === now[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
