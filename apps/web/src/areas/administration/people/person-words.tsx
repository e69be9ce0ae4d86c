import type { ReactElement } from 'react';
import type { PersonState } from '#libs/api-schema';
import { Status } from '../../../kit/index.js';
import type { StatusTone } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';

const tones: Readonly<Record<PersonState, StatusTone>> = {
  active: 'good',
  deactivated: 'bad',
  merged: 'ended',
};

/** Whether a person may come in: word and shape. */
export function PersonStatus({ state }: { state: PersonState }): ReactElement {
  const t = useText();
  return <Status tone={tones[state]}>{t(`everybody.state.${state}`)}</Status>;
}
