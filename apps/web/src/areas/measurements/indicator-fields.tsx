import type { ReactElement } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { directions, frequencies, indicatorLevels, indicatorSources, units } from '#libs/api-schema';
import type { indicatorInput, MetricSourceList } from '#libs/api-schema';
import {
  CheckboxField,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../kit/index.js';
import type { Option } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';

interface FieldsProps {
  sources: MetricSourceList['items'];
  organisations: readonly Option[];
}

/** All that is said of an indicator. What follows from the source is not asked. */
export function IndicatorFields({ sources, organisations }: FieldsProps): ReactElement {
  const t = useText();
  const { language } = useLanguage();
  const { control } = useFormContext<z.input<typeof indicatorInput>>();
  const source = useWatch({ control, name: 'source' });
  const frequency = useWatch({ control, name: 'frequency' });
  return (
    <>
      <TextField name="name" label={t('measurements.name')} required />
      <TextAreaField
        name="definition"
        label={t('measurements.definition')}
        hint={t('measurements.definitionHint')}
        required
        emptyAs=""
      />
      <RadioField
        name="source"
        label={t('measurements.source')}
        required
        options={indicatorSources.map((value) => ({ value, label: t(`measurements.source.${value}`) }))}
      />
      {source === 'derived' ? (
        <SelectField
          name="metricKey"
          label={t('measurements.metric')}
          required
          emptyAs={null}
          options={sources.map(({ key, label }) => ({ value: key, label: label[language] }))}
        />
      ) : (
        <>
          <SelectField
            name="unit"
            label={t('measurements.unit')}
            required
            options={units.map((value) => ({ value, label: t(`measurements.unit.${value}`) }))}
          />
          <SelectField
            name="frequency"
            label={t('measurements.frequency')}
            required
            options={frequencies.map((value) => ({ value, label: t(`measurements.frequency.${value}`) }))}
          />
        </>
      )}
      <RadioField
        name="direction"
        label={t('measurements.direction')}
        required
        options={directions.map((value) => ({ value, label: t(`measurements.direction.${value}`) }))}
      />
      <RadioField
        name="level"
        label={t('measurements.level')}
        required
        options={indicatorLevels.map((value) => ({
          value,
          label: t(`measurements.level.${value}`),
          hint: t(`measurements.levelHint.${value}`),
        }))}
      />
      <SelectField
        name="responsibleOrganisationId"
        label={t('measurements.responsible')}
        hint={t('measurements.responsibleHint')}
        emptyAs={null}
        options={organisations}
      />
      <NumberField name="baselineValue" label={t('measurements.baseline')} emptyAs={null} />
      <TextField
        name="baselinePeriod"
        label={t('measurements.baselinePeriod')}
        hint={t(`measurements.periodHint.${source === 'derived' ? 'month' : frequency}`)}
        emptyAs={null}
        width="s"
      />
      <NumberField name="targetValue" label={t('measurements.target')} emptyAs={null} />
      <DateField name="targetBy" label={t('measurements.targetBy')} emptyAs={null} />
      <CheckboxField
        name="published"
        label={t('measurements.published')}
        hint={t('measurements.publishedHint')}
      />
    </>
  );
}
