import type { ReactElement } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { handedOver, partnerListItem } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import { Dialog, Form, RadioField, SelectField, useToast } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { canOwnPartners } from '../partners/contact-owners.js';
import type { Member } from './people-settings.js';

const form = z
  .strictObject({
    which: z.enum(['all', 'one']),
    // Stays behind empty when "only one" was chosen for a moment.
    partnerId: z.union([z.uuid(), z.literal('')]).optional(),
    toId: z.uuid(),
  })
  .superRefine(({ which, partnerId = '' }, context) => {
    if (which === 'one' && partnerId === '')
      context.addIssue({ code: 'invalid_format', format: 'uuid', path: ['partnerId'], input: '' });
  });

interface PartnerPage {
  items: z.infer<typeof partnerListItem>[];
}

interface HandOverProps {
  from: Member;
  people: readonly Member[];
  open: boolean;
  onClose: () => void;
}

/** Hands one or all of a person's partners over to another contact owner. */
export function HandOver({ from, people, open, onClose }: HandOverProps): ReactElement {
  const t = useText();
  return (
    <Dialog open={open} title={t('people.handOverTitle', { name: from.name })} onClose={onClose}>
      <p>{t('people.handOverText', { name: from.name, count: from.ownedPartners })}</p>
      <HandOverForm from={from} people={people} onClose={onClose} />
    </Dialog>
  );
}

function HandOverForm({ from, people, onClose }: Omit<HandOverProps, 'open'>): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id } = useAlliance();
  const send = useSend<z.infer<typeof handedOver>>(
    'POST',
    '/api/v1/alliances/{allianceId}/contact-owner-hand-overs',
  );
  const others = new Map(
    people
      .filter((each) => each.personId !== from.personId && canOwnPartners(each))
      .map((each) => [each.personId, each.name]),
  );
  if (others.size === 0) return <p>{t('people.nobodyElse')}</p>;
  return (
    <Form
      schema={form}
      defaultValues={{ which: 'all' }}
      saveLabel={t('people.handOver')}
      onCancel={onClose}
      onSave={async ({ which, partnerId, toId }) => {
        const partnerIds = which === 'one' && partnerId ? [partnerId] : 'all';
        const body = { fromId: from.personId, toId, partnerIds };
        const { partners } = await send.mutateAsync({ path: { allianceId: id }, body });
        return { count: partners, name: others.get(toId) ?? '' };
      }}
      onSaved={(done) => {
        toast({ text: t('people.handedOver', done) });
        onClose();
      }}
    >
      {from.ownedPartners > 1 ? (
        <RadioField
          name="which"
          label={t('people.handOverWhich')}
          required
          options={[
            { value: 'all', label: t('people.handOverAll') },
            { value: 'one', label: t('people.handOverOne') },
          ]}
        />
      ) : null}
      <OnePartner ownerId={from.personId} />
      <SelectField
        name="toId"
        label={t('people.handOverTo')}
        hint={t('partners.contactOwnerHint')}
        required
        options={[...others].map(([value, label]) => ({ value, label }))}
      />
    </Form>
  );
}

function OnePartner({ ownerId }: { ownerId: string }): ReactElement | null {
  const t = useText();
  const { id } = useAlliance();
  const which: unknown = useWatch({ name: 'which' });
  const { data } = useApi<PartnerPage>('/api/v1/alliances/{allianceId}/partners', {
    path: { allianceId: id },
    query: { contactOwner: ownerId, limit: 200 },
    enabled: which === 'one',
  });
  if (which !== 'one') return null;
  return (
    <SelectField
      name="partnerId"
      label={t('people.handOverPartner')}
      required
      options={(data?.items ?? []).map((partner) => ({ value: partner.id, label: partner.name }))}
    />
  );
}
