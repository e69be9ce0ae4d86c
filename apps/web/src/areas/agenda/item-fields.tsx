import type { ReactElement, ReactNode } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import type { agendaEdit } from '#libs/api-schema';
import { Button, SelectField, TextAreaField, TextField } from '../../kit/index.js';
import type { Option } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { randomId } from '../../api/random-id.js';

type Values = z.input<typeof agendaEdit>;
type ListName = 'content.outcomes' | 'content.strategies' | 'content.contributions';

function useItems<Name extends ListName>(name: Name) {
  const { control } = useFormContext<Values>();
  return useFieldArray<Values, Name, 'key'>({ control, name, keyName: 'key' });
}

/** Outcomes: each with a heading, a description and the indicator it is measured by. */
export function OutcomeFields({ indicators }: { indicators: readonly Option[] }): ReactElement {
  const t = useText();
  const items = useItems('content.outcomes');
  return (
    <>
      {items.fields.map(({ key }, index) => (
        <Item
          key={key}
          name={t('agenda.outcome', { number: index + 1 })}
          onRemove={() => {
            items.remove(index);
          }}
          onMoveUp={
            index === 0
              ? undefined
              : () => {
                  items.move(index, index - 1);
                }
          }
        >
          <TextField name={`content.outcomes.${String(index)}.title`} label={t('agenda.heading')} required />
          <TextAreaField
            name={`content.outcomes.${String(index)}.description`}
            label={t('agenda.description')}
            emptyAs=""
            rows={2}
          />
          <SelectField
            name={`content.outcomes.${String(index)}.indicatorId`}
            label={t('agenda.indicator')}
            hint={t('agenda.indicatorHint')}
            emptyAs={null}
            options={indicators}
          />
        </Item>
      ))}
      <Button
        kind="secondary"
        onClick={() => {
          items.append({ id: randomId(), title: '', description: '', indicatorId: null });
        }}
      >
        {t('agenda.addOutcome')}
      </Button>
    </>
  );
}

/** Strategies: a heading and a description each. */
export function StrategyFields(): ReactElement {
  const t = useText();
  const items = useItems('content.strategies');
  return (
    <>
      {items.fields.map(({ key }, index) => (
        <Item
          key={key}
          name={t('agenda.strategy', { number: index + 1 })}
          onRemove={() => {
            items.remove(index);
          }}
          onMoveUp={
            index === 0
              ? undefined
              : () => {
                  items.move(index, index - 1);
                }
          }
        >
          <TextField
            name={`content.strategies.${String(index)}.title`}
            label={t('agenda.heading')}
            required
          />
          <TextAreaField
            name={`content.strategies.${String(index)}.description`}
            label={t('agenda.description')}
            emptyAs=""
            rows={2}
          />
        </Item>
      ))}
      <Button
        kind="secondary"
        onClick={() => {
          items.append({ id: randomId(), title: '', description: '' });
        }}
      >
        {t('agenda.addStrategy')}
      </Button>
    </>
  );
}

/** Contributions: who commits to what, and which outcome it serves. */
export function ContributionFields({ organisations }: { organisations: readonly Option[] }): ReactElement {
  const t = useText();
  const items = useItems('content.contributions');
  const { control } = useFormContext<Values>();
  const outcomes = useWatch({ control, name: 'content.outcomes' });
  const options = outcomes.map(({ id, title }, index) => ({
    value: id,
    label: title === '' ? t('agenda.outcome', { number: index + 1 }) : title,
  }));
  return (
    <>
      {items.fields.map(({ key }, index) => (
        <Item
          key={key}
          name={t('agenda.contribution', { number: index + 1 })}
          onRemove={() => {
            items.remove(index);
          }}
        >
          <SelectField
            name={`content.contributions.${String(index)}.organisationId`}
            label={t('agenda.organisation')}
            required
            options={organisations}
          />
          <TextAreaField
            name={`content.contributions.${String(index)}.commitment`}
            label={t('agenda.commitment')}
            required
            emptyAs=""
            rows={2}
          />
          <SelectField
            name={`content.contributions.${String(index)}.outcomeId`}
            label={t('agenda.serves')}
            required
            options={options}
          />
        </Item>
      ))}
      <Button
        kind="secondary"
        onClick={() => {
          items.append({
            id: randomId(),
            organisationId: '',
            commitment: '',
            outcomeId: options[0]?.value ?? '',
          });
        }}
      >
        {t('agenda.addContribution')}
      </Button>
    </>
  );
}

interface ItemProps {
  name: string;
  onRemove: () => void;
  onMoveUp?: (() => void) | undefined;
  children: ReactNode;
}

function Item({ name, onRemove, onMoveUp, children }: ItemProps): ReactElement {
  const t = useText();
  return (
    <fieldset className="agenda-item">
      <legend>{name}</legend>
      {children}
      <div className="agenda-item-actions">
        {onMoveUp === undefined ? null : (
          <Button kind="tertiary" onClick={onMoveUp}>
            {t('agenda.moveUp', { name })}
          </Button>
        )}
        <Button kind="tertiary" onClick={onRemove}>
          {t('agenda.removeItem', { name })}
        </Button>
      </div>
    </fieldset>
  );
}
