import type { Locale } from '#libs/api-schema';
import type { MailContent, MailItem } from './mail-content.js';
import { mailTexts } from './mail-texts.js';

type Row = Readonly<Record<string, string>>;

/**
 * The html part of a mail: the compiled layout with its slots filled.
 * @param layout what `tools/mail.mjs` made of `mail-layout.mjml`
 * @param sender the name above the subject
 */
export function composeHtml(layout: string, content: MailContent, sender: string, locale: Locale): string {
  const texts = mailTexts[locale];
  const button = content.button && {
    label: escapeHtml(content.button.label),
    url: webAddress(content.button.url),
    plainLink: texts.plainLink,
  };
  let html = layout;
  html = fillBlock(html, 'greeting', texted(content.greeting === undefined ? [] : [content.greeting]));
  html = fillBlock(html, 'paragraph', texted(content.paragraphs));
  html = fillBlock(html, 'code', texted(content.code === undefined ? [] : [content.code]));
  html = fillList(
    html,
    'fact',
    (content.facts ?? []).map(([label, value]) => ({ label: escapeHtml(label), value: escapeHtml(value) })),
  );
  html = fillList(html, 'item', (content.items ?? []).map(itemRow));
  html = fillBlock(html, 'button', button ? [button] : []);
  return fill(html, {
    locale,
    subject: escapeHtml(content.subject),
    preview: escapeHtml(content.paragraphs[0] ?? ''),
    sender: escapeHtml(sender),
    footer: escapeHtml(content.footer ?? texts.footer),
  });
}

function itemRow(item: MailItem): Row {
  const title = escapeHtml(item.title);
  const linked = item.url === undefined ? title : `<a href="${webAddress(item.url)}">${title}</a>`;
  return { title: linked, detail: escapeHtml(item.detail ?? '') };
}

function texted(lines: readonly string[]): Row[] {
  return lines.map((line) => ({ text: escapeHtml(line) }));
}

/** Fills the row block `name` inside the block `names`, which goes away when there are no rows. */
function fillList(html: string, name: string, rows: readonly Row[]): string {
  return fillBlock(fillBlock(html, name, rows), `${name}s`, rows.length === 0 ? [] : [{}]);
}

/** Repeats what stands between `<!--[name]-->` and `<!--[/name]-->` once per row. */
function fillBlock(html: string, name: string, rows: readonly Row[]): string {
  const opening = `<!--[${name}]-->`;
  const closing = `<!--[/${name}]-->`;
  const start = html.indexOf(opening);
  const end = html.indexOf(closing);
  if (start < 0 || end < start) throw new Error(`the mail layout has no block "${name}"`);
  const block = html.slice(start + opening.length, end);
  return (
    html.slice(0, start) + rows.map((row) => fill(block, row)).join('') + html.slice(end + closing.length)
  );
}

/** Puts values into slots in one pass, so that a value that looks like a slot stays text. */
function fill(html: string, values: Row): string {
  return html.replace(/\{\{\s*(\w+)\s*\}\}/g, (slot, name: string) => values[name] ?? slot);
}

/** Text to html; line breaks stay line breaks. The braces keep a value from being taken for a slot later on. */
function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
    .replaceAll('{{', '&#123;&#123;')
    .replace(/\r?\n/g, '<br />');
}

/** Only addresses of the web become links; anything else is a programming error. */
function webAddress(url: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(url)) throw new Error('a link in a mail must be a web address');
  return escapeHtml(url);
}
