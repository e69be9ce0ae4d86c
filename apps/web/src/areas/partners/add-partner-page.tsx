import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { Page } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { PartnerForm } from './partner-form.js';
import { partnersPath } from './paths.js';
import './partners.css';

/** A new partner, typed by hand. */
export function AddPartnerPage(): ReactElement {
  const t = useText();
  const navigate = useNavigate();
  const { id, slug } = useAlliance();
  const list = `/a/${slug}/partnere`;
  const add = useSend<{ id: string }>('POST', partnersPath);
  return (
    <Page title={t('partners.add')} narrow breadcrumbs={[{ label: t('partners.title'), to: list }]}>
      <PartnerForm
        values={{ name: '', kind: 'company', contacts: [] }}
        saveLabel={t('partners.add')}
        onSave={(values) => add.mutateAsync({ path: { allianceId: id }, body: values })}
        onSaved={(made) => void navigate({ to: `${list}/${made.id}` })}
        onCancel={() => void navigate({ to: list })}
      />
    </Page>
  );
}
