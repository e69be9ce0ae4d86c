import type { ReactElement } from 'react';
import { ProblemError } from '../api/problem.js';
import { useText } from '../language/use-text.js';
import type { Text } from '../language/use-text.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** What to tell the person about an error: the server's own words where they are meant for people. */
export function problemText(error: unknown, t: Text): string {
  if (!(error instanceof ProblemError)) return t('kit.unexpected', { id: '–' });
  if (error.status === 0) return t('kit.unreachable');
  if (error.status === 412) return t('kit.stale');
  const isOurFault = error.status === 500 || (error.status > 500 && error.problem.detail === undefined);
  if (isOurFault) return t('kit.unexpected', { id: error.problem.correlationId ?? '–' });
  return error.message;
}

/** What is refused or not there stays so: asking again is no help. */
function mayHelpToRetry(error: unknown): boolean {
  return !(error instanceof ProblemError && [403, 404].includes(error.status));
}

/** An error where content should have been, with a way to try again where that can help. */
export function ProblemNotice(props: {
  error: unknown;
  onRetry?: () => void;
  /** What did not happen; without it, that something could not be fetched. */
  title?: string;
}): ReactElement {
  const { error, onRetry, title } = props;
  const t = useText();
  return (
    <Notice
      kind="error"
      title={title ?? t('kit.failed')}
      urgent
      actions={
        onRetry && mayHelpToRetry(error) ? (
          <Button kind="secondary" onClick={onRetry}>
            {t('kit.retry')}
          </Button>
        ) : undefined
      }
    >
      <p>{problemText(error, t)}</p>
    </Notice>
  );
}
