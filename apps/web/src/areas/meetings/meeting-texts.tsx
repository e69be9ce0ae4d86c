import type { ReactElement } from 'react';
import type { MeetingState } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<MeetingState, StatusTone>> = {
  planned: 'neutral',
  open: 'good',
  closed: 'waiting',
  'minutes-approved': 'ended',
};

/** Where a meeting is in its life. */
export function MeetingStatus({ state }: { state: MeetingState }): ReactElement {
  const t = useText();
  return <Status tone={tones[state]}>{t(`meetings.state.${state}`)}</Status>;
}

/** Writes '1. dec. 2026 kl. 14.00–16.00'. */
export function useMeetingTime(): (meeting: { startsAt: string; endsAt: string }) => string {
  const f = useFormats();
  return ({ startsAt, endsAt }) =>
    f.date(startsAt) === f.date(endsAt)
      ? `${f.dateTime(startsAt)}–${f.time(endsAt)}`
      : `${f.dateTime(startsAt)} – ${f.dateTime(endsAt)}`;
}
