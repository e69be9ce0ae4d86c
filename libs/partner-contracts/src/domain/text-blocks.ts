/** One block of a contract text. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/**
 * Splits a contract's plain text into blocks: `# ` begins a heading, `- ` an item of a list, a blank line
 * ends a paragraph. Nothing else has a meaning, so nothing in the text can be hidden.
 */
export function parseTextBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join(' ') });
    if (items.length > 0) blocks.push({ kind: 'list', items });
    paragraph = [];
    items = [];
  };
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '' || line.startsWith('# ')) close();
    if (line.startsWith('# ')) blocks.push({ kind: 'heading', text: line.slice(2).trim() });
    else if (line.startsWith('- ')) {
      if (paragraph.length > 0) close();
      items.push(line.slice(2).trim());
    } else if (line !== '') {
      if (items.length > 0) close();
      paragraph.push(line);
    }
  }
  close();
  return blocks;
}
