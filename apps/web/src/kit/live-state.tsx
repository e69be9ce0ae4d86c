import type { ReactElement } from 'react';
import type { LiveState } from '../api/feed.js';
import { useText } from '../language/use-text.js';
import { Status } from './status.js';

/** Whether the page is kept up to date at this moment: by word and shape. */
export function LiveStatus({ state }: { state: LiveState }): ReactElement {
  const t = useText();
  const tone = state === 'live' ? 'good' : state === 'connecting' ? 'waiting' : 'attention';
  return (
    <span role="status" className="live-state">
      <Status tone={tone}>{t(`kit.live.${state}`)}</Status>
    </span>
  );
}
