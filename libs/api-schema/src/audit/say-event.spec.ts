import { z } from 'zod';
import type { EventEntry } from '../catalogue.js';
import { eventCatalogue } from '../events.js';
import { sayEvent, sayEventType } from './say-event.js';

const entries: readonly (readonly [string, EventEntry])[] = Object.entries(eventCatalogue);
const formats = { date: (value: string) => `den ${value}`, month: (value: string) => `i ${value}` };

/** The names of values in a payload's schema. */
function valuesOf(entry: EventEntry): Set<string> {
  const json = z.toJSONSchema(entry.payload, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, unknown>;
    anyOf?: { properties?: Record<string, unknown> }[];
  };
  return new Set([json, ...(json.anyOf ?? [])].flatMap(({ properties }) => Object.keys(properties ?? {})));
}

describe('the line of an event', () => {
  it.each(entries)('%s says in both languages only what its payload has', (type, entry) => {
    const values = valuesOf(entry);
    for (const locale of ['da', 'en'] as const) {
      const names = [...entry[locale].matchAll(/\{(\w+)(?:\}|, plural)/g)].map((match) => match[1] ?? '');
      expect([type, names.filter((name) => !values.has(name))]).toEqual([type, []]);
      const payload = Object.fromEntries(names.map((name) => [name, 'Ordet']));
      expect(sayEvent({ type, payload }, locale, formats)).not.toMatch(/[{}#]/);
      expect(sayEventType(type, locale)).not.toMatch(/[{}#]/);
    }
  });

  it('counts as both languages do', () => {
    const of = (count: number) => ({ type: 'platform.sessions-ended', payload: { count } });
    expect(sayEvent(of(1), 'da', formats)).toBe('En person loggede sig ud på en anden enhed');
    expect(sayEvent(of(3), 'da', formats)).toBe('En person loggede sig ud på 3 andre enheder');
  });

  it('calls rules and queues what they are called, not what the program calls them', () => {
    const event = {
      type: 'person-data.retention-ran',
      payload: { rule: 'partner-contracts.enquiry-ended', rows: 2 },
    };
    expect(sayEvent(event, 'da', formats)).toBe(
      'Opbevaringsreglen »Afsluttede henvendelser« ryddede op: 2 poster fjernet',
    );
  });

  it('writes dates and months as the language does, and a type of a later version by its name', () => {
    const event = {
      type: 'integrations.token-created',
      payload: { tokenName: 'X', expiresOn: '2027-01-31' },
    };
    expect(sayEvent(event, 'da', formats)).toBe('API-nøglen »X« blev lavet; den udløber den 2027-01-31');
    expect(sayEvent({ type: 'later.thing-happened', payload: {} }, 'en', formats)).toBe(
      'later.thing-happened',
    );
  });
});
