import type { ReactElement } from 'react';
import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ButtonLink } from '../kit/button.js';
import { Page } from '../kit/page.js';
import { ProblemNotice } from '../kit/problem-notice.js';
import { useText } from '../language/use-text.js';

/** The same words for a page that is not there and one that is not for this person. */
export function NotFoundPage(): ReactElement {
  const t = useText();
  return (
    <main id="main" tabIndex={-1} className="main main-plain">
      <Page title={t('shell.notFound')} lead={t('shell.notFoundHelp')} narrow>
        <ButtonLink to="/">{t('shell.home')}</ButtonLink>
      </Page>
    </main>
  );
}

/** A page whose code or first answer failed. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactElement {
  const t = useText();
  const router = useRouter();
  return (
    <main id="main" tabIndex={-1} className="main main-plain">
      <Page title={t('shell.failed')} narrow>
        <ProblemNotice
          error={error}
          onRetry={() => {
            reset();
            void router.invalidate();
          }}
        />
      </Page>
    </main>
  );
}
