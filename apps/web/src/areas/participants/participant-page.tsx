import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';
import type { DestinationSpell, ParticipantDetail, ParticipantFacts } from '#libs/api-schema';
import { useAlliance } from '../../api/session.js';
import { useApi, useSend } from '../../api/use-api.js';
import {
  Button,
  ButtonLink,
  DateField,
  Dialog,
  EmptyState,
  Facts,
  Form,
  Loaded,
  Notice,
  Page,
  problemText,
  Section,
  Status,
  Table,
  TextField,
  useRouteParams,
  useToast,
} from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { ConsentHistory } from './consent-history.js';
import { CprSection } from './cpr-section.js';
import { participantPaths } from './participant-paths.js';
import { participantRoute } from './routes.js';
import { Standing, useTypeName } from './spell-words.js';
import './participants.css';

/** One young person: destinations first, then their own words and the consents. */
export function ParticipantPage(): ReactElement {
  const { participantId } = useRouteParams(participantRoute);
  const { id: allianceId } = useAlliance();
  const participant = useApi<ParticipantDetail>(participantPaths.one, {
    path: { allianceId, participantId },
  });
  return <Loaded query={participant}>{(found) => <Participant participant={found} />}</Loaded>;
}

function Participant({ participant }: { participant: ParticipantDetail }): ReactElement {
  const t = useText();
  const { slug } = useAlliance();
  const { facts } = participant;
  const list = `/a/${slug}/unge`;
  const mayRecord = participant.consent.standing === 'in-force';
  return (
    <Page
      title={participant.pseudonym}
      breadcrumbs={[{ label: t('participants.title'), to: list }]}
      actions={
        <>
          {mayRecord ? (
            <>
              <ButtonLink to={`${list}/registrer?ung=${participant.id}`}>{t('participants.log')}</ButtonLink>
              <ButtonLink kind="secondary" to={`${list}/${participant.id}/ret`}>
                {t('participants.edit')}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink to={`${list}/${participant.id}/samtykke`}>{t('participants.consentNew')}</ButtonLink>
          )}
          <ButtonLink kind="secondary" to={`${list}/${participant.id}/indsigt`}>
            {t('rights.open')}
          </ButtonLink>
        </>
      }
    >
      <ConsentNotice consent={participant.consent} />
      {facts === null ? null : (
        <>
          <Known facts={facts} />
          <Spells participant={participant} />
          <Years participant={participant} />
          <Wish facts={facts} />
        </>
      )}
      <ConsentHistory participant={participant} />
      {facts === null ? null : <CprSection participant={participant} />}
    </Page>
  );
}

/** Says what a consent that is over means: nothing more is written; withdrawn, what is written is hidden. */
function ConsentNotice({ consent }: Pick<ParticipantDetail, 'consent'>): ReactElement | null {
  const t = useText();
  const f = useFormats();
  if (consent.standing === 'in-force') return null;
  const date = f.date(consent.endsOn);
  return (
    <Notice kind="warning">
      <p>
        {consent.standing === 'expired'
          ? t('participants.consentExpired', { date })
          : t('participants.consentWithdrawnNotice', { date })}
      </p>
    </Notice>
  );
}

function Known({ facts }: { facts: ParticipantFacts }): ReactElement {
  const t = useText();
  return (
    <Facts
      rows={[
        [t('participants.ageBand'), t(`participants.age.${facts.ageBand}`)],
        [t('participants.sex'), facts.sex ? t(`participants.sex.${facts.sex}`) : null],
        [t('participants.district'), facts.district],
        [t('participants.school'), facts.school],
      ]}
    />
  );
}

function Wish({ facts }: { facts: ParticipantFacts }): ReactElement {
  const t = useText();
  const { outlook, insight, skills } = facts;
  return (
    <Section title={t('participants.wish')}>
      {outlook || insight || skills ? (
        <Facts
          rows={[
            [t('participants.outlook'), outlook],
            [t('participants.insight'), insight],
            [t('participants.skills'), skills],
          ]}
        />
      ) : (
        <p>{t('participants.noWish')}</p>
      )}
    </Section>
  );
}

function Spells({ participant }: { participant: ParticipantDetail }): ReactElement {
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
            { key: 'period', header: t('participants.period'), cell: period },
            {
              key: 'standing',
              header: t('participants.standing'),
              cell: (spell) =>
                spell.retracted === null ? (
                  <Standing standing={spell.standing} />
                ) : (
                  <Status tone="bad">{t('participants.retracted')}</Status>
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
              cell: (spell) =>
                spell.retracted === null ? <SpellSteps spell={spell} /> : spell.retracted.reason,
            },
          ]}
        />
      )}
    </Section>
  );
}

function SpellSteps({ spell }: { spell: DestinationSpell }): ReactElement {
  const t = useText();
  const toast = useToast();
  const { id: allianceId } = useAlliance();
  const [asking, setAsking] = useState<'end' | 'retract' | null>(null);
  const path = { allianceId, spellId: spell.id };
  const confirm = useSend('POST', participantPaths.confirm);
  const runs = spell.standing === 'current' || spell.standing === 'unconfirmed';
  const onConfirm = (): void => {
    confirm.mutate(
      { path, body: {} },
      {
        onSuccess: () => {
          toast({ text: t('participants.confirmDone') });
        },
        onError: (error) => {
          toast({ text: problemText(error, t) });
        },
      },
    );
  };
  return (
    <span className="participants-steps">
      {runs ? (
        <Button kind="tertiary" busy={confirm.isPending} onClick={onConfirm}>
          {t('participants.confirm')}
        </Button>
      ) : null}
      {spell.to === null ? (
        <Button
          kind="tertiary"
          onClick={() => {
            setAsking('end');
          }}
        >
          {t('participants.end')}
        </Button>
      ) : null}
      <Button
        kind="tertiary"
        onClick={() => {
          setAsking('retract');
        }}
      >
        {t('participants.retract')}
      </Button>
      <SpellDialog
        spell={spell}
        asking={asking}
        onClose={() => {
          setAsking(null);
        }}
      />
    </span>
  );
}

interface DialogProps {
  spell: DestinationSpell;
  asking: 'end' | 'retract' | null;
  onClose: () => void;
}

function SpellDialog({ spell, asking, onClose }: DialogProps): ReactElement {
  const t = useText();
  const { id: allianceId } = useAlliance();
  const path = { allianceId, spellId: spell.id };
  const end = useSend('POST', participantPaths.end);
  const retract = useSend('POST', participantPaths.retract);
  const endSchema = z.object({ to: z.iso.date({ error: t('participants.dateWrong') }) });
  const needed = { error: t('participants.required') };
  const retractSchema = z.object({ reason: z.string(needed).trim().min(1, needed).max(300) });
  return (
    <Dialog
      open={asking !== null}
      title={asking === 'end' ? t('participants.endTitle') : t('participants.retractTitle')}
      onClose={onClose}
    >
      {asking === 'end' ? (
        <Form
          schema={endSchema}
          onSave={(body) => end.mutateAsync({ path, body })}
          onSaved={onClose}
          onCancel={onClose}
          saveLabel={t('participants.end')}
        >
          <DateField name="to" label={t('participants.endDate')} required />
        </Form>
      ) : (
        <Form
          schema={retractSchema}
          onSave={(body) => retract.mutateAsync({ path, body })}
          onSaved={onClose}
          onCancel={onClose}
          saveLabel={t('participants.retract')}
        >
          <p>{t('participants.retractHelp')}</p>
          <TextField name="reason" label={t('participants.retractReason')} required />
        </Form>
      )}
    </Dialog>
  );
}

function Years({ participant }: { participant: ParticipantDetail }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const nameOf = useTypeName();
  if (participant.years.length === 0) return null;
  return (
    <Section title={t('participants.years')}>
      <p>{t('participants.yearsLead')}</p>
      <Table<ParticipantDetail['years'][number]>
        name={t('participants.years')}
        rows={participant.years}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', header: t('participants.year'), isName: true, cell: ({ year }) => year },
          { key: 'type', header: t('participants.destination'), cell: nameOf },
          {
            key: 'class',
            header: t('participants.class'),
            cell: (status) => t(`participants.class.${status.class}`),
          },
          { key: 'days', header: t('participants.days'), align: 'end', cell: ({ days }) => f.number(days) },
        ]}
      />
    </Section>
  );
}
