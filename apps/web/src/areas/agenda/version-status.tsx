import type { ReactElement } from 'react';
import type { AgendaState } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<AgendaState, StatusTone>> = {
  draft: 'neutral',
  consultation: 'waiting',
  adopted: 'good',
  superseded: 'ended',
  discarded: 'ended',
};

/** Where a version is in its life, as word and shape. */
export function VersionStatus({ state }: { state: AgendaState }): ReactElement {
  const t = useText();
  return <Status tone={tones[state]}>{t(`agenda.state.${state}`)}</Status>;
}
