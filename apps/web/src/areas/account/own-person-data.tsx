import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Notice, problemText, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { downloadFile } from '../person-rights/download-file.js';
import { EraseForGood } from '../person-rights/erase-for-good.js';

/** Everything kept about oneself, to read and for other systems; and the end of one's account. */
export function OwnPersonData(): ReactElement {
  const t = useText();
  return (
    <>
      <HandedOut />
      <EraseForGood
        title={t('personData.leave')}
        lead={t('personData.leaveLead')}
        label={t('personData.leaveNow')}
        path="/api/v1/me/erasure"
        onErased={toTheDoor}
      />
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
      {error === null ? null : (
        <Notice kind="error" urgent>
          <p>{problemText(error, t)}</p>
        </Notice>
      )}
    </Section>
  );
}

/** Nothing of the account is left in this page either. */
function toTheDoor(): void {
  window.location.assign('/sign-in');
}
