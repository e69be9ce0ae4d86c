import { useId } from 'react';
import type { ReactElement } from 'react';
import { useText } from '../language/use-text.js';

/** How far a long piece of work has come. It can be left: the work goes on at the server. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  label: string;
  done: number;
  total: number;
}): ReactElement {
  const t = useText();
  const id = useId();
  return (
    <div className="progress-bar">
      <div className="progress-text">
        <span id={id}>{label}</span>
        <span>{t('kit.progress', { done, total })}</span>
      </div>
      <progress aria-labelledby={id} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
