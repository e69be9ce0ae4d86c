import type { ReactElement } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useToast } from '../../../kit/index.js';
import { useText } from '../../../language/use-text.js';
import { EraseForGood } from '../../person-rights/erase-for-good.js';

/** The administrator erases somebody's account in the whole installation, because they asked for it. */
export function ErasePersonAccount({ personId }: { personId: string }): ReactElement {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  return (
    <EraseForGood
      title={t('personData.eraseOther')}
      lead={t('personData.eraseOtherLead')}
      label={t('personData.eraseOtherNow')}
      path="/api/v1/admin/people/{personId}/erasure"
      values={{ personId }}
      onErased={() => {
        toast({ text: t('personData.eraseOtherDone') });
        void navigate({ to: '/administration/personer' });
      }}
    />
  );
}
