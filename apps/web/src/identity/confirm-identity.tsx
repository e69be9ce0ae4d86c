import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { answerConfirmations } from '../api/ask-to-confirm.js';

const ConfirmDialog = lazy(() =>
  import('./confirm-dialog.js').then((loaded) => ({ default: loaded.ConfirmDialog })),
);

/** Asks the person to confirm who they are whenever a call of the API needs it. Stands once in the frame. */
export function ConfirmIdentity(): ReactElement | null {
  const [decide, setDecide] = useState<((confirmed: boolean) => void) | null>(null);
  useEffect(
    () =>
      answerConfirmations(
        () =>
          new Promise<boolean>((resolve) => {
            setDecide(() => resolve);
          }),
      ),
    [],
  );
  if (decide === null) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmDialog
        onDone={(confirmed) => {
          setDecide(null);
          decide(confirmed);
        }}
      />
    </Suspense>
  );
}
