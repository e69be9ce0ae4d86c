import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import {
  type ContractTemplate,
  createContractTemplateInput,
  defaultContractTemplate,
} from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  ButtonLink,
  Form,
  Loaded,
  Page,
  Section,
  TextField,
  useRouteParams,
  useToast,
} from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ThingHistory } from '../history/thing-history.js';
import { PhonePreview } from './phone-preview.js';
import { templateRoute } from './routes.js';
import { TemplateFields } from './template-fields.js';
import './contracts.css';

const one = '/api/v1/alliances/{allianceId}/contract-templates/{templateId}';

/** A new template, filled in with the text it usually begins with. */
export function NewTemplatePage(): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  const navigate = useNavigate();
  const base = `/a/${alliance.slug}/kontrakter`;
  const create = useSend<{ id: string }>('POST', '/api/v1/alliances/{allianceId}/contract-templates');
  return (
    <Page title={t('contracts.templates.new')} breadcrumbs={useCrumbs()}>
      <div className="contracts-wide">
        <Form
          schema={createContractTemplateInput}
          defaultValues={{ name: '', text: defaultContractTemplate }}
          saveLabel={t('contracts.edit.create')}
          onSave={(body) => create.mutateAsync({ path: { allianceId: alliance.id }, body })}
          onSaved={({ id }) => void navigate({ to: `${base}/skabeloner/${id}` })}
          onCancel={() => void navigate({ to: `${base}/skabeloner` })}
        >
          <TextField
            name="name"
            label={t('contracts.templates.name')}
            hint={t('contracts.edit.nameHint')}
            required
          />
          <TemplateFields />
        </Form>
      </div>
    </Page>
  );
}

/** A template: its newest text to be changed, what partners will see, and its versions. */
export function TemplatePage(): ReactElement {
  const alliance = useAlliance();
  const { templateId } = useRouteParams(templateRoute) as { templateId: string };
  const template = useApi<ContractTemplate>(one, { path: { allianceId: alliance.id, templateId } });
  return <Loaded query={template}>{(shown) => <Editing key={shown.version} template={shown} />}</Loaded>;
}

function Editing({ template }: { template: ContractTemplate }): ReactElement {
  const t = useText();
  const f = useFormats();
  const toast = useToast();
  const alliance = useAlliance();
  const change = useSend('PUT', one);
  const number = template.number + 1;
  return (
    <Page
      title={template.name}
      breadcrumbs={useCrumbs()}
      actions={
        <ButtonLink to={`/a/${alliance.slug}/kontrakter/send`} kind="secondary">
          {t('contracts.send')}
        </ButtonLink>
      }
    >
      <div className="contracts-wide">
        <Form
          schema={createContractTemplateInput}
          defaultValues={{ name: template.name, text: template.text }}
          saveLabel={t('contracts.edit.save', { number })}
          onSave={(body) =>
            change.mutateAsync({
              path: { allianceId: alliance.id, templateId: template.id },
              body,
              version: template.version,
            })
          }
          onSaved={() => {
            toast({ text: t('contracts.edit.saved', { number }) });
          }}
        >
          <TextField
            name="name"
            label={t('contracts.templates.name')}
            hint={t('contracts.edit.nameHint')}
            required
          />
          <TemplateFields />
        </Form>
        <div className="contracts-below">
          <PhonePreview templateId={template.id} />
          <Section title={t('contracts.edit.history')}>
            <ul className="bare-list">
              {template.history.map((version) => (
                <li key={version.number}>
                  {t('contracts.edit.historyLine', {
                    number: version.number,
                    date: f.dateTime(version.createdAt),
                    who: version.createdBy ?? t('contracts.edit.unknown'),
                  })}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
      <ThingHistory kind="contract-template" id={template.id} />
    </Page>
  );
}

function useCrumbs(): { label: string; to: string }[] {
  const t = useText();
  const base = `/a/${useAlliance().slug}/kontrakter`;
  return [
    { label: t('contracts.title'), to: base },
    { label: t('contracts.templates'), to: `${base}/skabeloner` },
  ];
}
