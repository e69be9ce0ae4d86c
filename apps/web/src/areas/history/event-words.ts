import { kindTitles, sayEvent, sayEventType } from '#libs/api-schema';
import type { Language } from '../../language/define-messages.js';
import type { Formats } from '../../language/formats.js';

/** What a type of event says, with dots where it names something. */
export function typeWords(type: string, language: Language): string {
  return sayEventType(type, language);
}

/** The line of an event in a language. */
export function lineOf(
  event: { type: string; payload: Readonly<Record<string, unknown>> },
  language: Language,
  formats: Formats,
): string {
  return sayEvent(event, language, formats);
}

/** What a kind of thing is called; one that is not known yet by its own name. */
export function kindWords(kind: string, language: Language): string {
  return kindTitles[kind]?.[language] ?? kind;
}

const pages: Readonly<Record<string, string>> = {
  contract: 'kontrakter',
  enquiry: 'henvendelser',
  indicator: 'maalinger',
  initiative: 'portefoelje',
  meeting: 'moeder',
  partner: 'partnere',
  webhook: 'indstillinger/integrationer',
};

/** The page of a thing, if it has one of its own. */
export function pageOf(slug: string, subject: { kind: string; id: string }): string | undefined {
  const page = pages[subject.kind];
  return page === undefined ? undefined : `/a/${slug}/${page}/${subject.id}`;
}
