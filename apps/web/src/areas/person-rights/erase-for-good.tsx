import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import type { erasurePreview } from '#libs/api-schema';
import type { ApiPath, PathValues } from '../../api/client.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Button, Dialog, Loaded, Notice, problemText, Section } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { WhatGoes } from './what-goes.js';

interface EraseForGoodProps {
  title: string;
  lead: string;
  /** On the button that erases. */
  label: string;
  /** Address of preview (GET) and erasure (POST). */
  path: ApiPath;
  values?: PathValues;
  onErased: () => void;
}

/** Erases somebody's data or account for good, after saying exactly what goes and what stays. */
export function EraseForGood(props: EraseForGoodProps): ReactElement {
  const { title, lead, label, path, values = {}, onErased } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const preview = useApi<z.output<typeof erasurePreview>>(path, { path: values, enabled: open });
  const erase = useSend('POST', path, { freshens: [] });
  const close = (): void => {
    setOpen(false);
    erase.reset();
  };
  return (
    <Section title={title}>
      <p>{lead}</p>
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
        title={title}
        onClose={close}
        actions={
          <>
            <Button
              kind="warning"
              busy={erase.isPending}
              disabled={preview.data === undefined}
              onClick={() => {
                erase.mutate({ path: values, body: { confirmed: true } }, { onSuccess: onErased });
              }}
            >
              {label}
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
