import type { ReactElement } from 'react';
import { eventCatalogue } from '#libs/api-schema';
import type { FeedEvent } from '../../api/feed-order.js';
import type { Language } from '../../language/define-messages.js';
import type { Formats } from '../../language/formats.js';
import { useLanguage } from '../../language/language-provider.js';
import { useFormats } from '../../language/use-formats.js';
import '../overview/overview.css';

const lines: Readonly<Record<string, Readonly<Record<Language, string>>>> = eventCatalogue;

/** Dates and months in a line as people write them; every other value as it is. */
function written(value: string, formats: Formats): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formats.date(value);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? formats.month(value) : value;
}

/** The line of an event in a language; a type this page does not know yet is shown by its name. */
export function lineOf(event: FeedEvent, language: Language, formats: Formats): string {
  const line = lines[event.type]?.[language] ?? event.type;
  return line.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = event.payload[name];
    return typeof value === 'string' || typeof value === 'number' ? written(String(value), formats) : whole;
  });
}

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
            {formats.ago(event.occurredAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}
