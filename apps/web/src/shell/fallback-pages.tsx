import type { ReactElement, ReactNode } from 'react';
import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ButtonLink } from '../kit/button.js';
import { Page } from '../kit/page.js';
import { ProblemNotice } from '../kit/problem-notice.js';
import { useText } from '../language/use-text.js';

/** The same words for a page that is not there and one that is not for this person; within a layout. */
export function NotFound(): ReactElement {
  const t = useText();
  return (
    <Page title={t('shell.notFound')} lead={t('shell.notFoundHelp')} narrow>
      <ButtonLink to="/">{t('shell.home')}</ButtonLink>
    </Page>
  );
}

/** A page whose code or first answer failed; within a layout. */
export function Failed({ error, reset }: ErrorComponentProps): ReactElement {
  const t = useText();
  const router = useRouter();
  return (
    <Page title={t('shell.failed')} narrow>
      <ProblemNotice
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}

/** {@link NotFound} where no layout stands around it. */
export function NotFoundPage(): ReactElement {
  return (
    <Alone>
      <NotFound />
    </Alone>
  );
}

/** {@link Failed} where no layout stands around it. */
export function FailedPage(props: ErrorComponentProps): ReactElement {
  return (
    <Alone>
      <Failed {...props} />
    </Alone>
  );
}

function Alone({ children }: { children: ReactNode }): ReactElement {
  return (
    <main id="main" tabIndex={-1} className="main main-plain">
      {children}
    </main>
  );
}
