import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../language/use-text.js';
import { Dialog } from './dialog.js';

/** A key of a page; shown by '?' while the page is open. */
export interface PageKey {
  /** As KeyboardEvent.key, e.g. 'n' or '/'. */
  key: string;
  label: string;
  run: () => void;
}

const current = new Set<PageKey>();

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Gives a page a key: `usePageKey({ key: 'n', label: t('partners.new'), run: () => … })`. Ignored while one types. */
export function usePageKey({ key, label, run }: PageKey): void {
  useEffect(() => {
    const entry = { key, label, run };
    current.add(entry);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      current.delete(entry);
      document.removeEventListener('keydown', onKey);
    };
  }, [key, label, run]);
}

/** The dialog that '?' opens, with the keys of the page that is shown. Stands once, in the frame. */
export function KeyboardHelp(): ReactElement {
  const t = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === '?' && !isTyping(event.target)) setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  const rows = [
    { key: '?', label: t('kit.keys.help') },
    { key: 'Ctrl + Enter', label: t('kit.keys.save') },
    { key: 'Esc', label: t('kit.keys.leave') },
    ...(open ? current : []),
  ];
  return (
    <Dialog
      open={open}
      title={t('kit.keys.title')}
      onClose={() => {
        setOpen(false);
      }}
    >
      <dl className="keys">
        {rows.map(({ key, label }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
