import type { ReactElement } from 'react';
import type { z } from 'zod';
import { indicatorInput } from '#libs/api-schema';
import type { MetricSourceList } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi } from '../../api/use-api.js';
import { Form, Loaded } from '../../kit/index.js';
import { useOrganisations } from '../agenda/use-organisations.js';
import { IndicatorFields } from './indicator-fields.js';

interface IndicatorFormProps<Answer> {
  defaultValues: z.input<typeof indicatorInput>;
  onSave: (input: z.output<typeof indicatorInput>) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onCancel: () => void;
}

/** The form of an indicator, new or changed. */
export function IndicatorForm<Answer>(props: IndicatorFormProps<Answer>): ReactElement {
  const { id: allianceId } = useAlliance();
  const path = { allianceId };
  const sources = useApi<MetricSourceList>('/api/v1/alliances/{allianceId}/metric-sources', { path });
  const organisations = useOrganisations();
  return (
    <Loaded query={sources}>
      {({ items }) => (
        <Loaded query={organisations}>
          {({ items: partners }) => (
            <Form
              schema={indicatorInput}
              defaultValues={props.defaultValues}
              onSave={(input) => props.onSave(settled(input))}
              onSaved={props.onSaved}
              onCancel={props.onCancel}
            >
              <IndicatorFields
                sources={items}
                organisations={partners.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** What follows from the source: a derived one is a share by month, a reported one has no calculation. */
function settled(input: z.output<typeof indicatorInput>): z.output<typeof indicatorInput> {
  return input.source === 'derived'
    ? { ...input, unit: 'percent', frequency: 'month' }
    : { ...input, metricKey: null };
}
