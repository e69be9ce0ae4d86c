const fields = 'input:not([type="hidden"]):enabled, select:enabled, textarea:enabled';
const controls = `a[href], button:enabled, summary, [tabindex="0"], ${fields}`;

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

function firstShown(within: Element, selector: string): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(selector)].find(isShown);
}

/** Focus on something that is no control: it can be focused by script alone, and no longer once it is left. */
function focusText(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    const leave = (): void => {
      element.removeAttribute('tabindex');
    };
    element.addEventListener('blur', leave, { once: true });
  }
  element.focus({ preventScroll: true });
}

/**
 * Puts the focus into a dialog (WAI-ARIA's dialog pattern): into its first field; where it has none, onto the choice that
 * changes nothing when it warns, else onto its first control. Where that would scroll the beginning away, onto the title.
 */
export function focusInDialog(dialog: HTMLDialogElement): void {
  const body = dialog.querySelector('.dialog-body');
  const actions = dialog.querySelector('.dialog-actions');
  const title = dialog.querySelector<HTMLElement>('.dialog-top h2');
  const warns = actions?.querySelector('.button-warning');
  const target =
    (body && firstField(body)) ??
    (warns && actions ? firstShown(actions, 'button:enabled:not(.button-warning)') : undefined) ??
    (body && firstShown(body, controls)) ??
    (actions ? firstShown(actions, controls) : undefined);
  if (target && isInView(target, dialog)) target.focus();
  else if (title) focusText(title);
}

/** Of a choice the option that is chosen: the one the Tab key comes to. */
function firstField(within: Element): HTMLElement | undefined {
  const field = firstShown(within, fields);
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return field;
  const group = within.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(field.name)}"]`);
  return [...group].find(({ checked }) => checked) ?? field;
}

function isInView(target: Element, dialog: Element): boolean {
  return target.getBoundingClientRect().bottom <= dialog.getBoundingClientRect().bottom;
}

/** Puts the focus as near as can be to where something was: its row, its dialog, its part of the page, the page's heading. */
function focusNear(trail: readonly Element[]): void {
  const left = trail.find((element) => element.isConnected && isShown(element));
  const place = left?.closest<HTMLElement>('tr, li, .menu, dialog[open], section, main') ?? null;
  if (place instanceof HTMLDialogElement) {
    focusInDialog(place);
    return;
  }
  const row = place?.matches('tr, li, .menu') ? place : null;
  const control = row ? firstShown(row, controls) : undefined;
  const text = row ?? (place ?? document).querySelector<HTMLElement>('h1, h2, h3');
  if (control) control.focus({ preventScroll: true });
  else if (text) focusText(text);
}

function trailOf(element: Element): Element[] {
  const trail: Element[] = [];
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
    trail.push(above);
  return trail;
}

/** Whether the focus has fallen out of the page. */
function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** Remembers where the focus is; the answer gives it back, if it is lost by then: there, or near it where that has gone. */
export function rememberFocus(): () => void {
  const from = document.activeElement;
  const trail = from === null ? [] : trailOf(from);
  return () => {
    if (!isLost()) return;
    if (from instanceof HTMLElement && from !== document.body && from.isConnected)
      from.focus({ preventScroll: true });
    if (isLost()) focusNear(trail);
  };
}

/**
 * Whoever works by keyboard or ear must not fall out of the page when what has the focus is taken away (the row is ended,
 * the button with it): the focus then goes near it. Whatever places the focus itself comes first.
 * @returns what ends the watch
 */
export function keepFocus(): () => void {
  let last: { element: Element; trail: Element[] } | null = null;
  const onFocus = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? { element: target, trail: trailOf(target) } : null;
  };
  // Leaving by a click beside everything is meant.
  const onBlur = (): void => {
    setTimeout(() => {
      if (last?.element.isConnected && isLost() && document.hasFocus()) last = null;
    });
  };
  const watch = new MutationObserver(() => {
    if (last === null || last.element.isConnected || !isLost()) return;
    const { trail } = last;
    last = null;
    requestAnimationFrame(() => {
      if (isLost()) focusNear(trail);
    });
  });
  document.addEventListener('focusin', onFocus);
  document.addEventListener('focusout', onBlur);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('focusout', onBlur);
    watch.disconnect();
  };
}
