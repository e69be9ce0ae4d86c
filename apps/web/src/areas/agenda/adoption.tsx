import { useState } from 'react';
import type { ReactElement } from 'react';
import type { AgendaAnswer, AgendaAnswered, AgendaVersion } from '#libs/api-schema';
import { Button, Notice, Section, Status, Table } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useFormats } from '../../language/use-formats.js';
import { useText } from '../../language/use-text.js';
import { AnswerDialog } from './answer-dialog.js';
import { AskMore } from './ask-organisations.js';

const tones: Readonly<Record<AgendaAnswer, StatusTone>> = {
  consent: 'good',
  concern: 'attention',
  objection: 'bad',
};

/** Who has answered and who is awaited, organisation by organisation. */
export function Adoption({ version }: { version: AgendaVersion }): ReactElement {
  const t = useText();
  const [answering, setAnswering] = useState<AgendaAnswered | null>(null);
  const { tally } = version;
  const mayAnswer = new Set(version.may.answerFor);
  return (
    <div className="agenda-adoption">
      <Section title={t('agenda.adoption')} actions={version.may.ask ? <AskMore version={version} /> : null}>
        <p>
          {t('agenda.tally', {
            consent: tally.consent + tally.concern,
            asked: tally.asked,
            awaited: tally.awaited,
          })}
        </p>
        <Table
          name={t('agenda.adoption')}
          rows={version.answers}
          rowKey={({ organisationId }) => organisationId}
          columns={[
            {
              key: 'organisation',
              header: t('agenda.organisation'),
              isName: true,
              cell: ({ organisationName }) => organisationName,
            },
            { key: 'answer', header: t('agenda.answerColumn'), cell: (row) => <Answered row={row} /> },
            { key: 'words', header: t('agenda.wordsColumn'), cell: ({ words }) => words },
            { key: 'by', header: t('agenda.byColumn'), wide: true, cell: (row) => <GivenBy row={row} /> },
            ...(mayAnswer.size === 0
              ? []
              : [
                  {
                    key: 'give',
                    header: t('agenda.actions'),
                    align: 'end' as const,
                    cell: (row: AgendaAnswered) =>
                      mayAnswer.has(row.organisationId) && !isSettled(version, row) ? (
                        <Button
                          kind="tertiary"
                          aria-label={t('agenda.giveAnswerFor', { organisation: row.organisationName })}
                          onClick={() => {
                            setAnswering(row);
                          }}
                        >
                          {row.answer === null ? t('agenda.giveAnswer') : t('agenda.changeAnswer')}
                        </Button>
                      ) : null,
                  },
                ]),
          ]}
        />
      </Section>
      <AnswerDialog
        version={version}
        row={answering}
        onClose={() => {
          setAnswering(null);
        }}
      />
    </div>
  );
}

/** What stands here for whoever answers for exactly one organisation: the question, at the top of the page. */
export function AskedOfMe({ version }: { version: AgendaVersion }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  const [open, setOpen] = useState(false);
  const [own, ...others] = version.answers.filter(({ organisationId }) =>
    version.may.answerFor.includes(organisationId),
  );
  if (own === undefined || others.length > 0 || version.may.steps.length > 0) return null;
  if (own.answer !== null || version.may.ask) return null;
  return (
    <>
      <Notice
        kind="warning"
        title={t('agenda.yourAnswer')}
        actions={
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('agenda.giveAnswerFor', { organisation: own.organisationName })}
          </Button>
        }
      >
        {version.answerBy === null ? null : (
          <p>{t('agenda.yourAnswerBy', { date: f.date(version.answerBy) })}</p>
        )}
      </Notice>
      <AnswerDialog
        version={version}
        row={open ? own : null}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}

/** A consent on which a version was adopted stands. */
function isSettled(version: AgendaVersion, { answer }: AgendaAnswered): boolean {
  return version.state === 'adopted' && (answer === 'consent' || answer === 'concern');
}

function Answered({ row: { answer } }: { row: AgendaAnswered }): ReactElement {
  const t = useText();
  if (answer === null) return <Status tone="waiting">{t('agenda.awaited')}</Status>;
  return <Status tone={tones[answer]}>{t(`agenda.answer.${answer}`)}</Status>;
}

function GivenBy({ row }: { row: AgendaAnswered }): ReactElement | null {
  const t = useText();
  const f = useFormats();
  if (row.answeredAt === null) return null;
  const name = row.answeredBy ?? '–';
  return (
    <>
      {row.recordedBySecretariat ? t('agenda.recordedBy', { name }) : name}, {f.date(row.answeredAt)}
    </>
  );
}
