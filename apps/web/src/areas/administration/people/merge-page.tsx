import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import { mergePeople } from '#libs/api-schema';
import type { mergePreview, personListItem } from '#libs/api-schema';
import { mePath } from '../../../api/session.js';
import { useApi, useSend } from '../../../api/use-api.js';
import {
  ConfirmButton,
  Form,
  Loaded,
  LookupField,
  Notice,
  Page,
  Section,
  useRouteParams,
  useToast,
} from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { MergePreview } from './merge-preview.js';
import type { Person } from './person-page.js';
import { mergeRoute } from '../routes.js';

type Preview = z.infer<typeof mergePreview>;

const mergePath = '/api/v1/admin/people/{personId}/merge';

/** Makes two records of one person into one: choose, see what will happen, do it. */
export function MergePage(): ReactElement {
  const { personId } = useRouteParams(mergeRoute);
  const query = useApi<Person>('/api/v1/admin/people/{personId}', { path: { personId } });
  return <Loaded query={query}>{(into) => <Merge into={into} />}</Loaded>;
}

function Merge({ into }: { into: Person }): ReactElement {
  const t = useText();
  const { id, name } = into;
  const [fromId, setFromId] = useState<string | null>(null);
  return (
    <Page
      title={t('everybody.mergeTitle')}
      lead={t('everybody.mergeLead', { name })}
      breadcrumbs={[
        { label: t('everybody.title'), to: '/administration/personer' },
        { label: name, to: `/administration/personer/${id}` },
      ]}
    >
      <Form
        schema={mergePeople}
        saveLabel={t('everybody.mergeShow')}
        onSave={(values) => Promise.resolve(values.fromId)}
        onSaved={setFromId}
      >
        <LookupField<z.infer<typeof personListItem>>
          name="fromId"
          label={t('everybody.mergeFrom')}
          hint={t('everybody.mergeFromHint')}
          required
          path="/api/v1/admin/people"
          optionOf={(person) => ({ value: person.id, label: person.name, hint: person.email })}
        />
      </Form>
      {fromId === null ? null : <Preview into={into} fromId={fromId} />}
    </Page>
  );
}

function Preview({ into, fromId }: { into: Person; fromId: string }): ReactElement {
  const t = useText();
  const query = useApi<Preview>(mergePath, { path: { personId: into.id }, query: { fromId } });
  return (
    <Section title={t('everybody.mergePreview')}>
      <Loaded query={query}>
        {(preview) => (
          <>
            <MergePreview preview={preview} />
            <DoMerge preview={preview} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function DoMerge({ preview: { from, into } }: { preview: Preview }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const merge = useSend('POST', mergePath, {
    freshens: ['/api/v1/admin/people', '/api/v1/admin/people/{personId}', mePath],
  });
  const names = { from: from.name, into: into.name };
  return (
    <>
      <Notice kind="warning">
        <p>{t('everybody.mergeIrreversible')}</p>
      </Notice>
      <ConfirmButton
        label={t('everybody.mergeDo')}
        title={t('everybody.mergeConfirm', names)}
        onConfirm={async () => {
          await merge.mutateAsync({ path: { personId: into.id }, body: { fromId: from.id } });
          toast({ text: t('everybody.merged', names) });
          await navigate({ to: `/administration/personer/${into.id}` });
        }}
      >
        <p>{t('everybody.mergeIrreversible')}</p>
        <p>{`${from.name}: ${from.emails.join(', ')}`}</p>
        <p>{`${into.name}: ${into.emails.join(', ')}`}</p>
      </ConfirmButton>
    </>
  );
}
