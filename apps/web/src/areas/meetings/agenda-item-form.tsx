import type { ReactElement } from 'react';
import type { AgendaItemView, RoomPerson } from '#libs/api-schema';
import { agendaItemTypes, createAgendaItem } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  ConfirmButton,
  Form,
  NumberField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { meetingPaths } from './paths.js';

interface FormProps {
  meetingId: string;
  item: AgendaItemView | null;
  onClose: () => void;
}

interface Indicators {
  items: { id: string; name: string }[];
}

const empty = { type: 'discuss', description: '', ownerId: null, minutes: null, indicatorId: null } as const;

/** One item: what it is, what the group is to do with it, who owns it, how long, which curve. */
export function AgendaItemForm({ meetingId, item, onClose }: FormProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const people = useApi<{ items: RoomPerson[] }>(meetingPaths.people, { path: { allianceId } });
  const indicators = useApi<Indicators>(meetingPaths.indicators, {
    path: { allianceId },
    query: { limit: 200 },
  });
  const add = useSend('POST', meetingPaths.items);
  const update = useSend('PATCH', meetingPaths.item);
  const remove = useSend('DELETE', meetingPaths.item);
  const path = { allianceId, meetingId };
  const itemPath = { ...path, itemId: item?.id ?? '' };
  // A choice that is not among the options would be lost on saving, so the form waits for them.
  if (people.isPending || indicators.isPending) return <p className="loading">{t('kit.loading')}</p>;
  return (
    <Form
      schema={createAgendaItem}
      defaultValues={
        item === null
          ? empty
          : {
              type: item.type,
              title: item.title,
              description: item.description,
              ownerId: item.owner?.personId ?? null,
              minutes: item.minutes,
              indicatorId: item.indicatorId,
            }
      }
      onSave={(body) =>
        item === null
          ? add.mutateAsync({ path, body })
          : update.mutateAsync({ path: itemPath, body, version: item.version })
      }
      onSaved={onClose}
      onCancel={onClose}
      actions={
        item === null ? null : (
          <ConfirmButton
            label={t('meetings.itemRemove')}
            title={t('meetings.itemRemoveTitle')}
            kind="tertiary"
            onConfirm={async () => {
              await remove.mutateAsync({ path: itemPath });
              onClose();
            }}
          >
            <p>{t('meetings.itemRemoveText', { title: item.title })}</p>
          </ConfirmButton>
        )
      }
    >
      <TextField name="title" label={t('meetings.itemTitle')} required />
      <RadioField
        name="type"
        label={t('meetings.itemType')}
        required
        options={agendaItemTypes.map((value) => ({ value, label: t(`meetings.itemType.${value}`) }))}
      />
      <NumberField
        name="minutes"
        label={t('meetings.itemMinutes')}
        unit={t('meetings.minutesUnit')}
        whole
        emptyAs={null}
      />
      <SelectField
        name="ownerId"
        label={t('meetings.itemOwner')}
        emptyAs={null}
        options={(people.data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <SelectField
        name="indicatorId"
        label={t('meetings.itemIndicator')}
        hint={t('meetings.itemIndicatorHint')}
        emptyAs={null}
        options={indicatorOptions(indicators.data?.items ?? [], item, t('meetings.itemIndicatorKept'))}
      />
      <TextAreaField name="description" label={t('meetings.itemDescription')} emptyAs="" />
    </Form>
  );
}

/** The choice made earlier stays a choice, also for who may not read the list of indicators. */
function indicatorOptions(
  known: Indicators['items'],
  item: AgendaItemView | null,
  kept: string,
): { value: string; label: string }[] {
  const options = known.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = item?.indicatorId ?? null;
  const isKnown = chosen === null || options.some(({ value }) => value === chosen);
  return isKnown ? options : [...options, { value: chosen, label: kept }];
}
