import type { ReactElement } from 'react';
import type { z } from 'zod';
import { editAlliance } from '#libs/api-schema';
import type { alliance } from '#libs/api-schema';
import { mePath, useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { DateField, Form, Loaded, TextAreaField, TextField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

type Alliance = z.infer<typeof alliance>;

const alliancePath = '/api/v1/alliances/{allianceId}';

/** What the alliance says of itself. */
export function AllianceSettings(): ReactElement {
  const { id } = useAlliance();
  const query = useApi<Alliance>(alliancePath, { path: { allianceId: id } });
  return <Loaded query={query}>{(found) => <EditAlliance key={found.version} found={found} />}</Loaded>;
}

function EditAlliance({ found }: { found: Alliance }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id, name, purpose, horizonFrom, horizonTo, settings, version } = found;
  const edit = useSend<Alliance>('PUT', alliancePath, { freshens: [alliancePath, mePath] });
  return (
    <Form
      schema={editAlliance}
      defaultValues={{ name, purpose, horizonFrom, horizonTo, settings }}
      onSave={(values) => edit.mutateAsync({ path: { allianceId: id }, body: values, version })}
      onSaved={() => {
        toast({ text: t('settings.saved') });
      }}
    >
      <TextField name="name" label={t('settings.allianceName')} required />
      <TextAreaField name="purpose" label={t('settings.purpose')} rows={5} emptyAs="" />
      <DateField name="horizonFrom" label={t('settings.horizonFrom')} emptyAs={null} />
      <DateField name="horizonTo" label={t('settings.horizonTo')} emptyAs={null} />
    </Form>
  );
}
