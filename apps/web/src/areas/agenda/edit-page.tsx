import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { agendaEdit } from '#libs/api-schema';
import type { AgendaVersion, IndicatorPage } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Form,
  Loaded,
  Notice,
  Page,
  Section,
  TextAreaField,
  TextField,
  useRouteParams,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useVersion } from './api.js';
import { useOrganisations } from './use-organisations.js';
import { ContributionFields, OutcomeFields, StrategyFields } from './item-fields.js';
import { editRoute } from './routes.js';
import './agenda.css';

/** Writes the text of a draft: the whole page at once. */
export function EditPage(): ReactElement {
  const { versionId } = useRouteParams(editRoute);
  return <Loaded query={useVersion(versionId)}>{(version) => <Edit version={version} />}</Loaded>;
}

function Edit({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const { id: allianceId, slug } = useAlliance();
  const navigate = useNavigate();
  const here = `/a/${slug}/dagsorden/${version.id}`;
  const back = (): void => void navigate({ to: here });
  const save = useSend<AgendaVersion>('PUT', '/api/v1/alliances/{allianceId}/agenda/versions/{id}');
  const organisations = useOrganisations();
  const indicators = useApi<IndicatorPage>('/api/v1/alliances/{allianceId}/indicators', {
    path: { allianceId },
    query: { limit: 200 },
  });
  return (
    <Page
      title={t('agenda.editTitle')}
      lead={t('agenda.editLead')}
      narrow
      breadcrumbs={[
        { label: t('agenda.shared'), to: `/a/${slug}/dagsorden` },
        { label: t('agenda.version', { number: version.number }), to: here },
      ]}
    >
      {!version.may.edit ? (
        <Notice kind="warning">
          <p>{t('agenda.fixed', { state: t(`agenda.state.${version.state}`) })}</p>
        </Notice>
      ) : (
        <Loaded query={organisations}>
          {({ items: partners }) => (
            <Loaded query={indicators}>
              {({ items }) => (
                <Form
                  schema={agendaEdit}
                  defaultValues={{ content: version.content }}
                  onSave={(body) =>
                    save.mutateAsync({ path: { allianceId, id: version.id }, body, version: version.version })
                  }
                  onSaved={back}
                  onCancel={back}
                >
                  <TextField name="content.title" label={t('agenda.heading')} required />
                  <TextAreaField
                    name="content.problem"
                    label={t('agenda.problem')}
                    hint={t('agenda.problemHint')}
                    emptyAs=""
                    rows={5}
                    maxLength={2000}
                  />
                  <TextAreaField
                    name="content.vision"
                    label={t('agenda.vision')}
                    hint={t('agenda.visionHint')}
                    emptyAs=""
                    rows={3}
                    maxLength={1000}
                  />
                  <TextAreaField
                    name="content.mission"
                    label={t('agenda.mission')}
                    hint={t('agenda.missionHint')}
                    emptyAs=""
                    rows={3}
                    maxLength={1000}
                  />
                  <Section title={t('agenda.outcomes')}>
                    <OutcomeFields indicators={items.map(({ id, name }) => ({ value: id, label: name }))} />
                  </Section>
                  <Section title={t('agenda.strategies')}>
                    <StrategyFields />
                  </Section>
                  <Section title={t('agenda.contributions')}>
                    <ContributionFields
                      organisations={partners.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  </Section>
                </Form>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Page>
  );
}
