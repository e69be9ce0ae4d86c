import type { ReactElement } from 'react';
import { useText } from '../../language/use-text.js';
import { EraseForGood } from '../person-rights/erase-for-good.js';
import { HandOut } from '../person-rights/hand-out.js';

/** Everything kept about oneself, to read and for other systems; and the end of one's account. */
export function OwnPersonData(): ReactElement {
  const t = useText();
  return (
    <>
      <HandOut
        title={t('personData.own')}
        lead={t('personData.ownLead')}
        address="/api/v1/me/person-data"
        fileName={t('personData.ownFile')}
      />
      <EraseForGood
        title={t('personData.leave')}
        lead={t('personData.leaveLead')}
        label={t('personData.leaveNow')}
        path="/api/v1/me/erasure"
        onErased={toTheDoor}
      />
    </>
  );
}

/** Nothing of the account is left in this page either. */
function toTheDoor(): void {
  window.location.assign('/sign-in?erased=yes');
}
