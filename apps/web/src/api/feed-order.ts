/** One thing that happened in an alliance, as the feed tells it. */
export interface FeedEvent {
  seq: number;
  id: string;
  type: string;
  occurredAt: string;
  actorName: string | null;
  subject: { kind: string; id: string };
  payload: Record<string, unknown>;
  allianceId?: string;
}

const kept = 500;

/** Puts an event in its place, newest first; an event already there changes nothing. */
export function insertEvent(events: readonly FeedEvent[], event: FeedEvent): readonly FeedEvent[] {
  const at = events.findIndex(({ seq }) => seq <= event.seq);
  if (at >= 0 && events[at]?.seq === event.seq) return events;
  const place = at < 0 ? events.length : at;
  return [...events.slice(0, place), event, ...events.slice(place)].slice(0, kept);
}
