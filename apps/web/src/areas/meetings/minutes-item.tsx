import type { ReactElement } from 'react';
import type { MeetingMinutesView } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { ActionLines } from './action-parts.js';

type Item = MeetingMinutesView['items'][number];

/** One item of the minutes: decisions first, then what was promised, then the notes. */
export function MinutesItem({ item }: { item: Item }): ReactElement {
  const t = useText();
  const isEmpty =
    item.decisions.length + item.actions.length + item.notes.length + item.leftProposals.length === 0;
  return (
    <section className="meetings-minutes-item" aria-labelledby={`item-${item.id}`}>
      <h2 id={`item-${item.id}`}>
        {item.position}. {item.title}
      </h2>
      <p className="meetings-soft">
        {[t(`meetings.itemTag.${item.type}`), item.ownerName].filter((part) => part !== null).join(' · ')}
      </p>
      {isEmpty ? <p className="meetings-soft">{t('meetings.nothingNoted')}</p> : null}
      {item.decisions.map((decision) => (
        <DecisionBox key={decision.id} decision={decision} />
      ))}
      {item.actions.length > 0 ? (
        <>
          <h3>{t('meetings.actions')}</h3>
          <ActionLines actions={item.actions} onMark={null} />
        </>
      ) : null}
      {item.notes.length > 0 ? (
        <>
          <h3>{t('meetings.notes')}</h3>
          <ul className="meetings-notes">
            {item.notes.map((note) => (
              <li key={note.id}>
                <span className="meetings-note-text">{note.text}</span>{' '}
                <span className="meetings-soft">{note.byName}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {item.leftProposals.length > 0 ? (
        <>
          <h3>{t('meetings.leftProposals')}</h3>
          <ul className="meetings-notes">
            {item.leftProposals.map((proposal) => (
              <li key={proposal.id}>
                <span className="meetings-note-text">{proposal.text}</span>{' '}
                <span className="meetings-soft">
                  {proposal.byName} · {t(`meetings.proposalState.${proposal.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function DecisionBox({ decision }: { decision: Item['decisions'][number] }): ReactElement {
  const t = useText();
  const { text, outcome, answers, unanswered } = decision;
  const withReason = answers.filter((one) => one.reason !== null);
  return (
    <div className="meetings-decision">
      <h3>{t('meetings.decision')}</h3>
      <p className="meetings-decision-text">{text}</p>
      <Status tone="good">{t(`meetings.outcome.${outcome}`)}</Status>
      {withReason.length > 0 ? (
        <ul className="meetings-notes">
          {withReason.map((one) => (
            <li key={one.name}>
              {one.name}, {t(`meetings.answer.${one.answer}`).toLowerCase()}: {one.reason}
            </li>
          ))}
        </ul>
      ) : null}
      {unanswered.length > 0 ? (
        <p className="meetings-soft">{t('meetings.unanswered', { names: unanswered.join(', ') })}</p>
      ) : null}
    </div>
  );
}
