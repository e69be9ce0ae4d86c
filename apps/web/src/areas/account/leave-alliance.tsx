import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { leaving } from '#libs/api-schema';
import type { MyAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Dialog, Loaded, Notice, problemText, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

type Leaving = z.infer<typeof leaving>;

const path = '/api/v1/alliances/{allianceId}/leaving';

/** Leaving an alliance by oneself: first what ends, or what must be done before. */
export function LeaveAlliance({ alliance }: { alliance: MyAlliance }): ReactElement {
  const { id, slug, name } = alliance;
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const preview = useApi<Leaving>(path, { path: { allianceId: id }, enabled: open });
  const leave = useSend('POST', path, {
    freshens: [],
    onDone: () => {
      toast({ text: t('account.left', { name }) });
      // A full load: everything remembered of the alliance goes with it.
      void navigate({ to: '/', reloadDocument: true });
    },
  });
  const close = (): void => {
    setOpen(false);
    leave.reset();
  };
  return (
    <>
      <Button
        kind="tertiary"
        aria-label={t('account.leaveTitle', { name })}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('account.leave')}
      </Button>
      <Dialog
        open={open}
        title={t('account.leaveTitle', { name })}
        onClose={close}
        actions={
          <>
            {preview.data !== undefined && mayLeave(preview.data) ? (
              <Button
                kind="warning"
                busy={leave.isPending}
                onClick={() => {
                  leave.mutate({ path: { allianceId: id }, body: { slug } });
                }}
              >
                {t('account.leaveNow')}
              </Button>
            ) : null}
            <Button kind="secondary" onClick={close}>
              {t('kit.cancel')}
            </Button>
          </>
        }
      >
        <Loaded query={preview}>{(found) => <WhatLeavingMeans preview={found} name={name} />}</Loaded>
        {leave.isError ? (
          <Notice kind="error" urgent>
            <p>{problemText(leave.error, t)}</p>
          </Notice>
        ) : null}
      </Dialog>
    </>
  );
}

function mayLeave({ ownedPartners, isLastOfSecretariat }: Leaving): boolean {
  return ownedPartners === 0 && !isLastOfSecretariat;
}

function WhatLeavingMeans({ preview, name }: { preview: Leaving; name: string }): ReactElement {
  const t = useText();
  if (mayLeave(preview)) return <p>{t('account.leaveText', { name })}</p>;
  return (
    <>
      {preview.isLastOfSecretariat ? <p>{t('account.leaveLast')}</p> : null}
      {preview.ownedPartners > 0 ? <p>{t('account.leaveOwned', { count: preview.ownedPartners })}</p> : null}
    </>
  );
}
