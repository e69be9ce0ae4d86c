import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useSearchText } from './use-search-text.js';

/** One tab; `key` stands in the address. */
export interface Tab {
  key: string;
  label: string;
  content: ReactNode;
}

/** Tabs whose choice stands in the address (`?fane=…`); arrow keys move between them. */
export function Tabs({
  label,
  tabs,
  name = 'fane',
}: {
  label: string;
  tabs: readonly Tab[];
  name?: string;
}): ReactElement {
  const [search, setSearch] = useSearchText();
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const id = useId();
  const chosen = tabs.find(({ key }) => key === search[name]) ?? tabs[0];
  const choose = (key: string): void => {
    setSearch({ [name]: key === tabs[0]?.key ? undefined : key });
  };
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || !chosen) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.key);
    buttons.current.get(next.key)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} className="tab-row" onKeyDown={move}>
        {tabs.map(({ key, label: text }) => (
          <button
            key={key}
            ref={(button) => {
              if (button) buttons.current.set(key, button);
            }}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === chosen?.key}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen?.key ? 0 : -1}
            className="tab"
            onClick={() => {
              choose(key);
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${chosen?.key ?? ''}`}
        className="tab-content"
      >
        {chosen?.content}
      </div>
    </div>
  );
}
