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

/** Whether it is late, as word and shape. */
export function Timing({ timing }: { timing: EnquiryTiming }): ReactElement {
  const t = useText();
  return <Status tone={timingTones[timing]}>{t(`enquiries.timing.${timing}`)}</Status>;
}

/** Whether the promise was kept, in words. */
export function useKept(): (row: Pick<EnquiryRow, 'kept'>) => string {
  const t = useText();
  return ({ kept }) =>
    kept === null ? t('enquiries.kept.undecided') : kept ? t('enquiries.kept.yes') : t('enquiries.kept.no');
}
