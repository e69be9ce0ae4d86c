import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { FieldErrors } from 'react-hook-form';
import { useLanguage } from '../language/language-provider.js';
import { messageText } from '../language/schema-errors.js';
import { useText } from '../language/use-text.js';

interface Found {
  name: string;
  message: string;
}

/** Every message in react-hook-form's tree of errors, with the dotted name of its field. */
export function flattenErrors(errors: FieldErrors, prefix = ''): Found[] {
  return Object.entries(errors).flatMap(([key, entry]: [string, unknown]): Found[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const { message } = entry as { message?: unknown };
    if (typeof message === 'string') return [{ name, message }];
    return 'ref' in entry ? [] : flattenErrors(entry, name);
  });
}

interface ErrorSummaryProps {
  errors: FieldErrors;
  /** The server's refusal, a new object each time; its text is shown when no field carries it. */
  failure: { text: string } | null;
  /** How often sending was tried. */
  attempt: number;
}

/** What has to be corrected, at the top of the form, each a link to its field. */
export function ErrorSummary({ errors, failure, attempt }: ErrorSummaryProps): ReactElement | null {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const { language } = useLanguage();
  const found = flattenErrors(errors);
  const count = found.length;
  const shown = count > 0 || failure !== null;
  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt, failure, shown]);
  if (!shown) return null;
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1}>
      <span className="notice-shape" aria-hidden="true">
        ×
      </span>
      <div className="notice-text">
        <p className="notice-title">{count > 0 ? t('kit.errorsTitle', { count }) : failure?.text}</p>
        {count > 0 && failure?.text ? <p>{failure.text}</p> : null}
        {count > 0 ? (
          <ul>
            {found.map(({ name, message }) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  onClick={(event) => {
                    event.preventDefault();
                    focusField(name);
                  }}
                >
                  {labelOf(name)}
                  {messageText(message, language)}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function fieldOf(name: string): HTMLElement | null {
  return document.getElementById(name) ?? document.getElementsByName(name)[0] ?? null;
}

function focusField(name: string): void {
  const field = fieldOf(name);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

function labelOf(name: string): string {
  const label = document.querySelector(`[data-label-for="${CSS.escape(name)}"]`)?.textContent;
  return label ? `${label}: ` : '';
}
