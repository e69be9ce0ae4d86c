import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasurePreview } from '#libs/api-schema';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Dialog, Loaded, Notice, problemText, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { downloadFile } from '../person-rights/download-file.js';
import { WhatGoes } from '../settings/person-data/what-goes.js';

type Preview = z.output<typeof erasurePreview>;

/** Everything kept about oneself, to read and for other systems; and the end of one's account. */
export function OwnPersonData(): ReactElement {
  return (
    <>
      <HandedOut />
      <EraseAccount />
    </>
  );
}

function HandedOut(): ReactElement {
  const t = useText();
  const [busy, setBusy] = useState<'pdf' | 'json' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const get = async (format: 'pdf' | 'json'): Promise<void> => {
    setBusy(format);
    setError(null);
    try {
      const address = format === 'pdf' ? '/api/v1/me/person-data/pdf' : '/api/v1/me/person-data';
      await downloadFile(address, `${t('personData.ownFile')}.${format}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title={t('personData.own')}>
      <p>{t('personData.ownLead')}</p>
      <p>
        <Button kind="secondary" busy={busy === 'pdf'} onClick={() => void get('pdf')}>
          {t('personData.ownPdf')}
        </Button>{' '}
        <Button kind="secondary" busy={busy === 'json'} onClick={() => void get('json')}>
          {t('personData.ownJson')}
        </Button>
      </p>
      <Failure error={error} />
    </Section>
  );
}

function EraseAccount(): ReactElement {
  const t = useText();
  const [open, setOpen] = useState(false);
  const preview = useApi<Preview>('/api/v1/me/erasure', { enabled: open });
  const erase = useSend('POST', '/api/v1/me/erasure', { freshens: [] });
  const close = (): void => {
    setOpen(false);
    erase.reset();
  };
  return (
    <Section title={t('personData.leave')}>
      <p>{t('personData.leaveLead')}</p>
      <Button
        kind="warning"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('personData.leaveBegin')}
      </Button>
      <Dialog
        open={open}
        title={t('personData.leave')}
        onClose={close}
        actions={
          <>
            <Button
              kind="warning"
              busy={erase.isPending}
              disabled={preview.data === undefined}
              onClick={() => {
                erase.mutate({ body: { confirmed: true } }, { onSuccess: toTheDoor });
              }}
            >
              {t('personData.leaveNow')}
            </Button>
            <Button kind="secondary" onClick={close}>
              {t('kit.cancel')}
            </Button>
          </>
        }
      >
        <Loaded query={preview}>{(found) => <WhatGoes preview={found} />}</Loaded>
        <Failure error={erase.error} />
      </Dialog>
    </Section>
  );
}

function Failure({ error }: { error: unknown }): ReactElement | null {
  const t = useText();
  if (error === null) return null;
  return (
    <Notice kind="error" urgent>
      <p>{problemText(error, t)}</p>
    </Notice>
  );
}

/** Nothing of the account is left in this page either. */
function toTheDoor(): void {
  window.location.assign('/sign-in');
}
