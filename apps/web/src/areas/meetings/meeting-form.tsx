import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { MeetingDetailView, MeetingGroupView, RoomPerson } from '#libs/api-schema';
import { meetingTextLimits } from '#libs/api-schema';
import { DateField, Form, SelectField, TextField } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { copenhagenInstant, copenhagenWall } from './copenhagen.js';

/** 'HH:MM' from 14.00, 14:00, 1400 or 14. */
const timeOfDay = (wrong: string) =>
  z
    .string()
    .trim()
    .regex(/^([01]?\d|2[0-3])([.:]?[0-5]\d)?$/, { error: wrong })
    .transform((text) => {
      const digits = text.replace(/[.:]/, '');
      const [hours, minutes] = digits.length > 2 ? [digits.slice(0, -2), digits.slice(-2)] : [digits, '00'];
      return `${hours.padStart(2, '0')}:${minutes}`;
    });

const written = (wrong: string) =>
  z.object({
    groupId: z.string().min(1),
    title: z.string().trim().min(1).max(meetingTextLimits.title),
    date: z.iso.date(),
    startsAt: timeOfDay(wrong),
    endsAt: timeOfDay(wrong),
    place: z.string().max(meetingTextLimits.place),
    link: z
      .url({ protocol: /^https?$/ })
      .max(meetingTextLimits.link)
      .optional(),
    chairId: z.string().nullable(),
  });

/** What the form gives: as the API takes it. */
export interface MeetingValues {
  groupId: string;
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  link: string;
  chairId: string | null;
}

interface FormProps {
  meeting: MeetingDetailView | null;
  groups: readonly MeetingGroupView[];
  people: readonly RoomPerson[];
  onSave: (values: MeetingValues) => Promise<unknown>;
  onSaved: (answer: unknown) => void;
  onCancel: () => void;
}

const writeTime = (time: string): string => time.replace(':', '.');

function valuesOf(meeting: MeetingDetailView): z.input<ReturnType<typeof written>> {
  const from = copenhagenWall(meeting.startsAt);
  return {
    groupId: meeting.group.id,
    title: meeting.title,
    date: from.date,
    startsAt: writeTime(from.time),
    endsAt: writeTime(copenhagenWall(meeting.endsAt).time),
    place: meeting.place,
    link: meeting.link === '' ? undefined : meeting.link,
    chairId: meeting.chair?.personId ?? null,
  };
}

/** When and where a group meets, and who chairs. Times are Danish. */
export function MeetingForm({ meeting, groups, people, onSave, onSaved, onCancel }: FormProps): ReactElement {
  const t = useText();
  const schema = useMemo(() => written(t('meetings.timeWrong')), [t]);
  const [only] = groups;
  const fresh = { place: '', chairId: null, ...(groups.length === 1 && only ? { groupId: only.id } : {}) };
  return (
    <Form
      schema={schema}
      defaultValues={meeting === null ? fresh : valuesOf(meeting)}
      onSave={({ date, startsAt, endsAt, link, ...rest }) =>
        onSave({
          ...rest,
          link: link ?? '',
          startsAt: copenhagenInstant(date, startsAt),
          endsAt: copenhagenInstant(date, endsAt),
        })
      }
      onSaved={onSaved}
      onCancel={onCancel}
      saveLabel={meeting === null ? t('meetings.plan') : t('kit.save')}
    >
      {meeting === null ? (
        <SelectField
          name="groupId"
          label={t('meetings.group')}
          required
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <TextField name="title" label={t('meetings.titleLabel')} required />
      <DateField name="date" label={t('meetings.date')} required />
      <div className="meetings-times">
        <TextField
          name="startsAt"
          inputMode="numeric"
          label={t('meetings.from')}
          hint={t('meetings.timeHint')}
          required
          width="s"
        />
        <TextField
          name="endsAt"
          inputMode="numeric"
          label={t('meetings.to')}
          hint={t('meetings.timeHint')}
          required
          width="s"
        />
      </div>
      <TextField name="place" label={t('meetings.place')} emptyAs="" />
      <TextField name="link" type="url" label={t('meetings.link')} hint={t('meetings.linkHint')} />
      <SelectField
        name="chairId"
        label={t('meetings.chair')}
        hint={t('meetings.chairHint')}
        emptyAs={null}
        options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </Form>
  );
}
