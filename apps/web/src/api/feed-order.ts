import type { z } from 'zod';
import type { feedEvent } from '#libs/api-schema';

/** One thing that happened in an alliance, as the feed tells it. */
export type FeedEvent = z.infer<typeof feedEvent>;

const kept = 500;

/** Puts an event in its place, newest first; an event already there changes nothing. */
export function insertEvent(events: readonly FeedEvent[], event: FeedEvent): readonly FeedEvent[] {
  const at = events.findIndex(({ seq }) => seq <= event.seq);
  if (at >= 0 && events[at]?.seq === event.seq) return events;
  const place = at < 0 ? events.length : at;
  return [...events.slice(0, place), event, ...events.slice(place)].slice(0, kept);
}
