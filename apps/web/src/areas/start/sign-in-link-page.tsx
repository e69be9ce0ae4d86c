import type { ReactElement } from 'react';
import { useSend } from '../../api/use-api.js';
import { Button, ButtonLink, Notice, Page, problemText, useRouteParams } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { signInLinkRoute } from './routes.js';
import { useEnter } from './use-enter.js';

/** What a mailed link shows. Only the button spends it: mail scanners follow links, but do not press. */
export function SignInLinkPage(): ReactElement {
  const t = useText();
  const { token } = useRouteParams(signInLinkRoute);
  const enter = useEnter();
  const redeem = useSend('POST', '/api/v1/sign-in/redeem', { freshens: [], onDone: () => void enter() });
  return (
    <Page title={t('start.continueTitle')} lead={t('start.continueLead')} narrow>
      {redeem.isError ? (
        <Notice kind="error" urgent actions={<ButtonLink to="/sign-in">{t('start.newLink')}</ButtonLink>}>
          <p>{problemText(redeem.error, t)}</p>
        </Notice>
      ) : (
        <Button
          busy={redeem.isPending}
          onClick={() => {
            redeem.mutate({ body: { token } });
          }}
        >
          {t('start.continue')}
        </Button>
      )}
    </Page>
  );
}
