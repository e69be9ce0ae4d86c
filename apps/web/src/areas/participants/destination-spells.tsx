import type { ReactElement } from 'react';
import type { DestinationSpell, ParticipantDetail } from '#libs/api-schema';
import { EmptyState, Section, Status, Table } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { SpellSteps } from './spell-steps.js';
import { Standing, useTypeName } from './spell-words.js';

/** What a young person has been doing, one line a period, with the steps each can take. */
export function DestinationSpells({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const f = useFormats();
  const nameOf = useTypeName();
  const period = ({ from, to }: DestinationSpell) =>
    to === null
      ? t('participants.periodOpen', { from: f.date(from) })
      : t('participants.periodClosed', { from: f.date(from), to: f.date(to) });
  return (
    <Section title={t('participants.spells')}>
      {participant.spells.length === 0 ? (
        <EmptyState title={t('participants.noSpells')}>{t('participants.noSpellsHelp')}</EmptyState>
      ) : (
        <Table<DestinationSpell>
          name={t('participants.spells')}
          rows={participant.spells}
          rowKey={(spell) => spell.id}
          columns={[
            { key: 'type', header: t('participants.destination'), isName: true, cell: nameOf },
            { key: 'period', header: t('participants.period'), isWhen: true, cell: period },
            {
              key: 'standing',
              header: t('participants.standing'),
              cell: (spell) =>
                spell.retracted === null ? (
                  <Standing standing={spell.standing} />
                ) : (
                  <>
                    <Status tone="bad">{t('participants.retracted')}</Status> {spell.retracted.reason}
                  </>
                ),
            },
            {
              key: 'source',
              header: t('participants.source'),
              wide: true,
              cell: (spell) => t(`participants.source.${spell.source}`),
            },
            {
              key: 'confirmed',
              header: t('participants.confirmed'),
              wide: true,
              cell: (spell) =>
                spell.confirmedBy === null
                  ? f.date(spell.confirmedOn)
                  : t('participants.confirmedBy', {
                      date: f.date(spell.confirmedOn),
                      name: spell.confirmedBy,
                    }),
            },
            {
              key: 'review',
              header: t('participants.review'),
              cell: (spell) =>
                spell.nextReviewOn === null || spell.retracted !== null ? '' : f.date(spell.nextReviewOn),
            },
            {
              key: 'steps',
              header: t('participants.steps'),
              isActions: true,
              cell: (spell) => (spell.retracted === null ? <SpellSteps spell={spell} /> : null),
            },
          ]}
        />
      )}
    </Section>
  );
}
