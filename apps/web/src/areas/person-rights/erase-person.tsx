import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasurePreview } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Dialog, Loaded, Notice, problemText, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { personDataPaths } from './person-data-paths.js';
import type { RightsOf } from './person-data-paths.js';
import { WhatGoes } from './what-goes.js';

type Preview = z.output<typeof erasurePreview>;

/** Erases somebody for good, after saying exactly what goes and what stays. */
export function ErasePerson({
  kind,
  subjectId,
  onErased,
}: RightsOf & { onErased: () => void }): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const [open, setOpen] = useState(false);
  const path = { allianceId, subjectKind: kind, subjectId };
  const preview = useApi<Preview>(personDataPaths.erasure, { path, enabled: open });
  const erase = useSend('POST', personDataPaths.erasure, { freshens: [] });
  const close = (): void => {
    setOpen(false);
    erase.reset();
  };
  return (
    <Section title={t('rights.erase')}>
      <p>{t('rights.eraseLead')}</p>
      <Button
        kind="warning"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('rights.eraseBegin')}
      </Button>
      <Dialog
        open={open}
        title={t('rights.eraseTitle')}
        onClose={close}
        actions={
          <>
            <Button
              kind="warning"
              busy={erase.isPending}
              onClick={() => {
                erase.mutate({ path, body: { confirmed: true } }, { onSuccess: onErased });
              }}
            >
              {t('rights.eraseNow')}
            </Button>
            <Button kind="secondary" onClick={close}>
              {t('kit.cancel')}
            </Button>
          </>
        }
      >
        <Loaded query={preview}>{(found) => <WhatGoes preview={found} />}</Loaded>
        {erase.error === null ? null : (
          <Notice kind="error" urgent>
            <p>{problemText(erase.error, t)}</p>
          </Notice>
        )}
      </Dialog>
    </Section>
  );
}
