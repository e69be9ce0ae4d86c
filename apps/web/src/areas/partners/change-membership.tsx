import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { changeMembership, membershipStatuses } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useSend } from '../../api/use-api.js';
import { DateField, Dialog, Form, Notice, RadioField, TextAreaField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import type { Partner } from './partner-page.js';

interface ChangeMembershipProps {
  partner: Partner;
  open: boolean;
  onClose: () => void;
}

/** Pauses, ends or takes up a partner's membership, from a day on. */
export function ChangeMembership({ partner, open, onClose }: ChangeMembershipProps): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const send = useSend<Partner>(
    'POST',
    '/api/v1/alliances/{allianceId}/partners/{partnerId}/membership-changes',
  );
  const now = partner.membership.status;
  // Who has left joins again before it can pause: the rule of memberships.
  const possible = membershipStatuses.filter(
    (status) => status !== now && !(now === 'left' && status === 'paused'),
  );
  return (
    <Dialog open={open} title={t('partners.change')} onClose={onClose}>
      <Form
        schema={changeMembership}
        defaultValues={{ effectiveOn: today() }}
        onCancel={onClose}
        onSave={(values) =>
          send.mutateAsync({
            path: { allianceId: id, partnerId: partner.id },
            body: values,
            version: partner.version,
          })
        }
        onSaved={() => {
          toast({ text: t('partners.changed') });
          onClose();
        }}
      >
        <RadioField
          name="status"
          label={t('partners.changeTo')}
          required
          options={possible.map((value) => ({ value, label: t(`partners.status.${value}`) }))}
        />
        <WhatPeopleNotice people={partner.people} />
        <DateField name="effectiveOn" label={t('partners.changeOn')} required />
        <TextAreaField
          name="reason"
          label={t('partners.changeReason')}
          rows={2}
          maxLength={500}
          emptyAs={null}
        />
      </Form>
    </Dialog>
  );
}

/** What the choice does to the people who act for the partner. */
function WhatPeopleNotice({ people: count }: { people: number }): ReactElement | null {
  const t = useText();
  const chosen: unknown = useWatch({ name: 'status' });
  const status = membershipStatuses.find((each) => each === chosen);
  if (status === undefined) return null;
  return (
    <Notice kind={status === 'left' ? 'warning' : 'info'}>
      <p>{t(`partners.changePeople.${status}`, { count })}</p>
    </Notice>
  );
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());
}
