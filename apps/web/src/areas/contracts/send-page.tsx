import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { type contractTemplateRow, createContractsInput } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  ButtonLink,
  DateField,
  EmptyState,
  Form,
  Loaded,
  Page,
  RadioField,
  Section,
  TextAreaField,
  useToast,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { AlreadyInForce } from './already-in-force.js';
import { type ChosenPartner, PartnerChooser } from './partner-chooser.js';
import { PhonePreview } from './phone-preview.js';
import './contracts.css';

type Template = z.output<typeof contractTemplateRow>;

/** Choose a template and partners, see what they will see, send. */
export function SendPage(): ReactElement {
  const t = useText();
  const alliance = useAlliance();
  const base = `/a/${alliance.slug}/kontrakter`;
  const templates = useApi<{ items: Template[] }>('/api/v1/alliances/{allianceId}/contract-templates', {
    path: { allianceId: alliance.id },
    query: { limit: 100, sort: 'name' },
  });
  return (
    <Page
      title={t('contracts.send')}
      lead={t('contracts.wizard.lead')}
      breadcrumbs={[{ label: t('contracts.title'), to: base }]}
    >
      <Loaded query={templates}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('contracts.wizard.noTemplate')}
              action={<ButtonLink to={`${base}/skabeloner/ny`}>{t('contracts.templates.new')}</ButtonLink>}
            >
              {t('contracts.wizard.noTemplateHelp')}
            </EmptyState>
          ) : (
            <SendForm templates={items} />
          )
        }
      </Loaded>
    </Page>
  );
}

function SendForm({ templates }: { templates: readonly Template[] }): ReactElement {
  const t = useText();
  const toast = useToast();
  const alliance = useAlliance();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly ChosenPartner[]>([]);
  const first = templates[0]?.id ?? '';
  const [template, setTemplate] = useState(first);
  const create = useSend<{ items: { id: string }[] }>('POST', '/api/v1/alliances/{allianceId}/contracts');
  return (
    <div className="contracts-beside">
      <Form
        schema={createContractsInput}
        defaultValues={{ templateId: first, partners: [], answerBy: inWeeks(3), send: true }}
        saveLabel={t('contracts.wizard.submit', { count: chosen.length })}
        onSave={(body) => create.mutateAsync({ path: { allianceId: alliance.id }, body })}
        onSaved={({ items }) => {
          toast({ text: t('contracts.wizard.done', { count: items.length }) });
          void navigate({ to: `/a/${alliance.slug}/kontrakter` });
        }}
      >
        <Section title={t('contracts.wizard.what')}>
          <RadioField
            name="templateId"
            label={t('contracts.template')}
            required
            options={templates.map(({ id, name, number }) => ({
              value: id,
              label: t('contracts.one.templateVersion', { name, number }),
            }))}
          />
          <TemplateWatch onChange={setTemplate} />
        </Section>
        <Section title={t('contracts.wizard.who')}>
          <ChosenPartners chosen={chosen} onChange={setChosen} />
          <AlreadyInForce chosen={chosen} />
        </Section>
        <Section title={t('contracts.wizard.how')}>
          <DateField name="answerBy" label={t('contracts.wizard.answerBy')} required />
          <TextAreaField
            name="message"
            label={t('contracts.wizard.message')}
            hint={t('contracts.wizard.messageHint')}
            rows={4}
            maxLength={1000}
          />
        </Section>
      </Form>
      <PhonePreview templateId={template} />
    </div>
  );
}

function TemplateWatch({ onChange }: { onChange: (templateId: string) => void }): null {
  const templateId: unknown = useWatch({ name: 'templateId' });
  useEffect(() => {
    if (typeof templateId === 'string' && templateId !== '') onChange(templateId);
  }, [templateId, onChange]);
  return null;
}

interface ChosenProps {
  chosen: readonly ChosenPartner[];
  onChange: (chosen: readonly ChosenPartner[]) => void;
}

function ChosenPartners({ chosen, onChange }: ChosenProps): ReactElement {
  const { setValue } = useFormContext();
  return (
    <PartnerChooser
      chosen={chosen}
      onChange={(next) => {
        onChange(next);
        const partners = next.map(({ id }) => ({ organisationId: id }));
        setValue('partners', partners, { shouldDirty: true, shouldValidate: next.length > 0 });
      }}
    />
  );
}

/** The day so many weeks from now, as people in Denmark count days. */
function inWeeks(weeks: number): string {
  const day = new Date(Date.now() + weeks * 7 * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(day);
}
