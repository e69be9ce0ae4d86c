/** Markup that is safe to send: made by {@link html} only, so that every value in it has been escaped for its place. */
export class Html {
  /** Use {@link html}. */
  constructor(private readonly markup: string) {}

  /** The markup itself. */
  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template. null, undefined and false leave nothing; arrays stand one after another. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

type Place = { kind: 'text' } | { kind: 'tag' } | { kind: 'attribute'; startsUrl: boolean };

const urlAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster']);
const safeUrl = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i;
const places = new WeakMap<TemplateStringsArray, readonly Place[]>();

/**
 * Server-side markup with escaping by place: html`<a href="${url}">${name}</a>`. Attributes must be quoted; a value in
 * a script, style, comment, tag or attribute name is a programming error and throws. A URL attribute that begins with a
 * value takes http(s), mailto, tel and relative addresses only.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const where = places.get(strings) ?? findPlaces(strings);
  places.set(strings, where);
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) {
    const place = where[index] ?? { kind: 'text' };
    markup += written(value, place) + (strings[index + 1] ?? '');
  }
  return new Html(markup);
}

/** Escapes for text and for quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An attribute that is there or not: html`<input ${flag('checked', on)}>`. */
export function flag(
  name: 'checked' | 'selected' | 'required' | 'disabled' | 'autofocus' | 'open',
  on: boolean,
): Html {
  return new Html(on ? name : '');
}

function written(value: HtmlValue, place: Place): string {
  if (place.kind === 'text') return asText(value);
  if (place.kind === 'attribute') return asAttribute(value, place.startsUrl);
  if (value instanceof Html) return value.toString();
  throw new TypeError('within a tag only flag() may stand');
}

function asText(value: HtmlValue): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(asText).join('');
}

function asAttribute(value: HtmlValue, startsUrl: boolean): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError('markup within an attribute');
  const text = String(value);
  return startsUrl && !safeUrl.test(text.trim()) ? '#' : escapeHtml(text);
}

/** Walks the fixed parts once and says what kind of place each gap is. */
function findPlaces(strings: TemplateStringsArray): readonly Place[] {
  const found: Place[] = [];
  let open = '';
  for (const part of strings.slice(0, -1)) {
    open += part;
    found.push(placeAfter(open));
    // The gap itself becomes a harmless mark, so that what follows is read in the same state.
    open += '\u0001';
  }
  return found;
}

function placeAfter(markup: string): Place {
  const rest = markup.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '');
  if (/<!--|<(?:script|style)\b[^>]*>[^]*$/i.test(rest))
    throw new TypeError('a value within a script, style or comment');
  const tag = /<[a-zA-Z/](?:[^>"']|"[^"]*"|'[^']*')*("[^"]*|'[^']*)?$/.exec(rest);
  if (!tag) return { kind: 'text' };
  const quoted = tag[1];
  if (quoted === undefined) {
    if (/\s$/.test(rest)) return { kind: 'tag' };
    throw new TypeError('an attribute without quotes, or a value within a tag name');
  }
  const name = /([\w-]+)\s*=\s*$/.exec(rest.slice(0, -quoted.length))?.[1]?.toLowerCase() ?? '';
  return { kind: 'attribute', startsUrl: urlAttributes.has(name) && quoted.length === 1 };
}
