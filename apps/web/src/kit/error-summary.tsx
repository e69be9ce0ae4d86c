import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { useText } from '../language/use-text.js';

interface Found {
  name: string;
  message: string;
}

/** Every message in react-hook-form's tree of errors, with the dotted name of its field. */
export function flattenErrors(errors: FieldErrors<FieldValues>, prefix = ''): Found[] {
  return Object.entries(errors).flatMap(([key, entry]): Found[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const { message } = entry as { message?: unknown };
    if (typeof message === 'string') return [{ name, message }];
    return 'ref' in entry ? [] : flattenErrors(entry as FieldErrors<FieldValues>, name);
  });
}

interface ErrorSummaryProps {
  errors: FieldErrors<FieldValues>;
  /** A fault that belongs to no field. */
  general?: string | undefined;
  /** Changes at each try, so that the summary takes the focus again. */
  attempt: number;
}

/** What has to be corrected, at the top of the form, each a link to its field. */
export function ErrorSummary({ errors, general, attempt }: ErrorSummaryProps): ReactElement | null {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const found = flattenErrors(errors);
  const count = found.length;
  const shown = count > 0 || general !== undefined;
  useEffect(() => {
    if (attempt > 0 && shown) box.current?.focus();
  }, [attempt, shown]);
  if (!shown) return null;
  return (
    <div ref={box} className="notice notice-error" role="alert" tabIndex={-1}>
      <span className="notice-shape" aria-hidden="true">
        ×
      </span>
      <div className="notice-text">
        <p className="notice-title">{count > 0 ? t('kit.errorsTitle', { count }) : general}</p>
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
                  {message}
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
