import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { passOnLink } from '#libs/api-schema';
import type { ScopedLink } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Button, ConfirmButton, Dialog, Form, SelectField, TextField, useToast } from '../../kit/index.js';
import { languageNames } from '../../language/language-names.js';
import { useText } from '../../language/use-text.js';

/** What can be done with a link now: send it again, give it to the right person, close it. */
export function LinkActions({ link }: { link: ScopedLink }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId, slug } = useAlliance();
  const { name } = link.to;
  const call = { path: { allianceId, linkId: link.id }, body: {} };
  const again = useSend('POST', '/api/v1/alliances/{allianceId}/links/{linkId}/send-again', {
    onDone: () => {
      toast({ text: t('links.sentAgain') });
    },
  });
  const revoke = useSend('POST', '/api/v1/alliances/{allianceId}/links/{linkId}/revoke', {
    onDone: () => {
      toast({ text: t('links.revoked') });
    },
  });
  return (
    <span className="links-actions">
      {link.may.sendAgain ? (
        <ConfirmButton
          kind="tertiary"
          label={t('links.sendAgain')}
          title={t('links.sendAgainTitle', { name })}
          onConfirm={() => again.mutateAsync(call)}
        >
          <p>{t('links.sendAgainText', { name, email: link.to.email ?? '' })}</p>
        </ConfirmButton>
      ) : null}
      {link.may.passOn ? <PassOn link={link} /> : null}
      {link.may.handOut ? (
        <Link to={`/a/${slug}/indstillinger/links/${link.id}`} aria-label={t('links.rightsOf', { name })}>
          {t('links.rights')}
        </Link>
      ) : null}
      {link.may.revoke ? (
        <ConfirmButton
          kind="tertiary"
          label={t('links.revoke')}
          title={t('links.revokeTitle', { name })}
          onConfirm={() => revoke.mutateAsync(call)}
        >
          <p>{t('links.revokeText')}</p>
        </ConfirmButton>
      ) : null}
    </span>
  );
}

function PassOn({ link }: { link: ScopedLink }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [open, setOpen] = useState(false);
  const passOn = useSend('POST', '/api/v1/alliances/{allianceId}/links/{linkId}/pass-on');
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="tertiary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('links.passOn')}
      </Button>
      <Dialog open={open} title={t('links.passOnTitle')} onClose={close}>
        <p>{t('links.passOnText', { name: link.to.name })}</p>
        <Form
          schema={passOnLink}
          defaultValues={{ locale: 'da' }}
          saveLabel={t('links.passOnSave')}
          onCancel={close}
          onSave={(body) => passOn.mutateAsync({ path: { allianceId, linkId: link.id }, body })}
          onSaved={() => {
            close();
            toast({ text: t('links.passOnDone') });
          }}
        >
          <HolderFields />
        </Form>
      </Dialog>
    </>
  );
}

/** Name, e-mail and language of somebody who gets a link. */
export function HolderFields(): ReactElement {
  const t = useText();
  return (
    <>
      <TextField name="name" label={t('links.name')} required />
      <TextField name="email" type="email" label={t('links.email')} required />
      <SelectField
        name="locale"
        label={t('links.language')}
        required
        options={[
          { value: 'da', label: languageNames.da },
          { value: 'en', label: languageNames.en },
        ]}
      />
    </>
  );
}
