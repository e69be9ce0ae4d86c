import type { ReactElement } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import type { z } from 'zod';
import { initiativeInput } from '#libs/api-schema';
import type { AgendaOverview, AgendaVersion } from '#libs/api-schema';
import { useAlliance, useHasRole } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { DateField, Form, SelectField, TextAreaField, TextField } from '../../kit/index.js';
import type { Option } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useOrganisations } from '../agenda/use-organisations.js';

interface InitiativeFormProps<Answer> {
  defaultValues: z.input<typeof initiativeInput>;
  onSave: (input: z.output<typeof initiativeInput>) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onCancel: () => void;
}

/** The form of an initiative, new or changed. */
export function InitiativeForm<Answer>(props: InitiativeFormProps<Answer>): ReactElement {
  const t = useText();
  const outcomes = useOutcomes();
  const organisations = useResponsible();
  return (
    <Form
      schema={initiativeInput}
      defaultValues={props.defaultValues}
      onSave={props.onSave}
      onSaved={props.onSaved}
      onCancel={props.onCancel}
    >
      <TextField name="name" label={t('portfolio.name')} required />
      <TextAreaField
        name="purpose"
        label={t('portfolio.purpose')}
        hint={t('portfolio.purposeHint')}
        emptyAs=""
      />
      <SelectField
        key={`outcomes-${String(outcomes.length)}`}
        name="outcomeId"
        label={t('portfolio.outcome')}
        hint={t('portfolio.outcomeHint')}
        emptyAs={null}
        options={outcomes}
      />
      <SelectField
        key={`organisations-${String(organisations.length)}`}
        name="responsibleOrganisationId"
        label={t('portfolio.responsible')}
        emptyAs={null}
        options={organisations}
      />
      <UnitsField />
      <TextAreaField
        name="stopRule"
        label={t('portfolio.stopRule')}
        hint={t('portfolio.stopRuleHint')}
        emptyAs=""
        rows={2}
      />
      <DateField
        name="reviewOn"
        label={t('portfolio.reviewOn')}
        hint={t('portfolio.reviewOnHint')}
        emptyAs={null}
      />
    </Form>
  );
}

/** Several names, one a line. */
function UnitsField(): ReactElement {
  const t = useText();
  const { control } = useFormContext<z.input<typeof initiativeInput>>();
  return (
    <div className="field">
      <label className="field-label" htmlFor="operatingUnits" data-label-for="operatingUnits">
        {t('portfolio.units')} <span className="field-optional">{t('kit.optional')}</span>
      </label>
      <p className="field-hint" id="operatingUnits-hint">
        {t('portfolio.unitsHint')}
      </p>
      <Controller
        name="operatingUnits"
        control={control}
        render={({ field }) => (
          <textarea
            id="operatingUnits"
            name="operatingUnits"
            aria-describedby="operatingUnits-hint"
            className="form-input"
            rows={2}
            ref={field.ref}
            defaultValue={(field.value ?? []).join('\n')}
            onChange={(event) => {
              const lines = event.target.value.split('\n').map((line) => line.trim());
              field.onChange(lines.filter((line) => line !== ''));
            }}
            onBlur={field.onBlur}
          />
        )}
      />
    </div>
  );
}

/** The outcomes of the agenda in force, or of the one being worked on. */
function useOutcomes(): readonly Option[] {
  const { id: allianceId } = useAlliance();
  const agenda = useApi<AgendaOverview>('/api/v1/alliances/{allianceId}/agenda', { path: { allianceId } });
  const id = agenda.data?.inForceId ?? agenda.data?.openId ?? null;
  const version = useApi<AgendaVersion>('/api/v1/alliances/{allianceId}/agenda/versions/{id}', {
    path: { allianceId, id: id ?? '' },
    enabled: id !== null,
  });
  return (version.data?.content.outcomes ?? []).map((outcome) => ({
    value: outcome.id,
    label: outcome.title,
  }));
}

/** Organisations the person may make responsible: any for the secretariat, one's own for a member. */
function useResponsible(): readonly Option[] {
  const { roles } = useAlliance();
  const isSecretariat = useHasRole('secretariat');
  const partners = useOrganisations();
  const own = new Set(roles.map(({ organisationId }) => organisationId));
  return (partners.data?.items ?? [])
    .filter(({ id }) => isSecretariat || own.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
}
