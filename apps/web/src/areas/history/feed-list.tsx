import type { ReactElement } from 'react';
import type { FeedEvent } from '../../api/feed-order.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import { lineOf } from './event-words.js';
import '../overview/overview.css';

/** Events, in the order given. */
export function FeedList({ events }: { events: readonly FeedEvent[] }): ReactElement {
  const { language } = useLanguage();
  const formats = useFormats();
  return (
    <ul className="feed-list bare-list no-max-width">
      {events.map((event) => (
        <li key={event.id}>
          <span>
            {lineOf(event, language, formats)}
            {event.actorName ? <span className="feed-who"> · {event.actorName}</span> : null}
          </span>
          <time className="feed-when" dateTime={event.occurredAt} title={formats.dateTime(event.occurredAt)}>
            <span className="screen-only">{formats.ago(event.occurredAt)}</span>
            <span className="print-only">{formats.dateTime(event.occurredAt)}</span>
          </time>
        </li>
      ))}
    </ul>
  );
}
