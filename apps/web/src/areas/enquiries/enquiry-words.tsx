import type { ReactElement } from 'react';
import type { EnquiryRow, EnquiryState, EnquiryTiming } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<EnquiryState, StatusTone>> = {
  received: 'waiting',
  'help-wanted': 'attention',
  'handed-on': 'waiting',
  returned: 'attention',
  offered: 'good',
  accepted: 'good',
  withdrawn: 'ended',
};
const timingTones: Readonly<Record<EnquiryTiming, StatusTone>> = {
  'in-time': 'neutral',
  late: 'attention',
  alarm: 'bad',
  ended: 'ended',
};

/** Where a chain stands, as word and shape. */
export function EnquiryStanding({ state }: { state: EnquiryState }): ReactElement {
  const t = useText();
  return <Status tone={tones[state]}>{t(`enquiries.state.${state}`)}</Status>;
}

/** Whether it is late; once it has ended, whether the promise was kept. As word and shape. */
export function Timing({ row }: { row: Pick<EnquiryRow, 'timing' | 'kept'> }): ReactElement {
  const text = useTimingText();
  const keptTone = row.kept === null ? 'ended' : row.kept ? 'good' : 'attention';
  return <Status tone={row.timing === 'ended' ? keptTone : timingTones[row.timing]}>{text(row)}</Status>;
}

/** The words of {@link Timing}. */
export function useTimingText(): (row: Pick<EnquiryRow, 'timing' | 'kept'>) => string {
  const t = useText();
  const kept = useKept();
  return (row) =>
    row.timing !== 'ended'
      ? t(`enquiries.timing.${row.timing}`)
      : row.kept === null
        ? t('enquiries.kept.leftOut')
        : kept(row);
}

/** Whether the promise was kept, in words. */
export function useKept(): (row: Pick<EnquiryRow, 'kept'>) => string {
  const t = useText();
  return ({ kept }) =>
    kept === null ? t('enquiries.kept.undecided') : kept ? t('enquiries.kept.yes') : t('enquiries.kept.no');
}

/** Whose turn it is. A partner that asked for help waits for the secretariat. */
export function useWaitingFor(): (row: Pick<EnquiryRow, 'state' | 'waitingFor'>) => string {
  const t = useText();
  return ({ state, waitingFor }) =>
    state === 'help-wanted' ? t('enquiries.secretariat') : (waitingFor ?? '');
}
