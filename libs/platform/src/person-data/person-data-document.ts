import { accessPurposes, type InBothLanguages, type Locale } from '#libs/api-schema';
import { copenhagenDateTime } from '#libs/kernel';
import { type DocumentContent, renderDocument } from '../documents/index.js';
import type { PersonDataExport } from './export-person-data.js';

type Place = PersonDataExport['places'][number];
type Section = Place['sections'][number];
type Value = Section['rows'][number]['value'];

const words = {
  title: { da: 'Dine oplysninger', en: 'Your data' },
  about: {
    da: 'Alt, hvad der er registreret om {name}, udskrevet {date}.',
    en: 'Everything that is kept about {name}, printed {date}.',
  },
  nothing: { da: 'Der er ikke registreret noget.', en: 'Nothing is kept.' },
  installation: { da: 'Konto og login', en: 'Account and sign-in' },
  purpose: { da: 'Formål', en: 'Purpose' },
  recipients: { da: 'Deles med', en: 'Shared with' },
  retention: { da: 'Opbevares', en: 'Kept' },
  source: { da: 'Kommer fra', en: 'Comes from' },
  seen: { da: 'Hvem har set oplysningerne', en: 'Who has seen the data' },
  when: { da: 'Hvornår', en: 'When' },
  who: { da: 'Hvem', en: 'Who' },
  why: { da: 'Hvorfor', en: 'Why' },
  itself: { da: 'Systemet selv', en: 'The system itself' },
  more: { da: 'De nyeste {count} af i alt flere vises.', en: 'The newest {count} of more are shown.' },
  rights: { da: 'Dine rettigheder', en: 'Your rights' },
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  none: { da: 'Ikke oplyst', en: 'Not stated' },
  file: { da: 'Fil', en: 'File' },
} as const satisfies Record<string, InBothLanguages>;

/** The most lines of the access log that are set on paper; the machine-readable export has all. */
const mostSeen = 1000;

/** The export as people read it: one heading per record, everything in their language. */
export function personDataDocument(found: PersonDataExport, locale: Locale): Promise<Uint8Array> {
  const t = (text: InBothLanguages): string => text[locale];
  return renderDocument({
    title: `${t(words.title)}: ${found.subject.name}`,
    language: locale,
    author: 'Rygrad',
    createdAt: new Date(found.createdAt),
    footer: `${t(words.title)} · ${dateTime(found.createdAt)}`,
    content: [
      styled(t(words.title), 'title'),
      styled(
        t(words.about).replace('{name}', found.subject.name).replace('{date}', dateTime(found.createdAt)),
        'lead',
      ),
      ...(found.places.length === 0 ? [styled(t(words.nothing), 'paragraph')] : []),
      ...found.places.flatMap((place) => placeContent(place, locale)),
      styled(t(words.rights), 'heading'),
      styled(t(found.rights), 'paragraph'),
    ],
  });
}

type Style = 'title' | 'heading' | 'lead' | 'label' | 'small' | 'paragraph';

function styled(text: string, style: Style): DocumentContent {
  return { text, style };
}

function placeContent(place: Place, locale: Locale): DocumentContent[] {
  return [
    styled(place.alliance ?? words.installation[locale], 'heading'),
    ...place.sections.flatMap((section) => sectionContent(section, locale)),
    ...(place.accessLog.length === 0 ? [] : seenContent(place, locale)),
  ];
}

function sectionContent(section: Section, locale: Locale): DocumentContent[] {
  const reasons = (['purpose', 'recipients', 'retention', 'source'] as const).flatMap((key) => {
    const text = section[key];
    return text === undefined ? [] : [`${words[key][locale]}: ${text[locale]}`];
  });
  return [
    { text: section.title[locale], bold: true, margin: [0, 10, 0, 2] },
    ...(reasons.length === 0 ? [] : [styled(reasons.join('\n'), 'small')]),
    {
      layout: 'lightHorizontalLines',
      table: {
        widths: [150, '*'],
        dontBreakRows: true,
        body: [
          ...section.rows.map((row) => [
            styled(row.label[locale], 'label'),
            { text: valueText(row.value, locale) + (row.at === undefined ? '' : ` (${dateTime(row.at)})`) },
          ]),
          ...(section.files ?? []).map((file) => [
            styled(words.file[locale], 'label'),
            { text: `${file.name} (${file.path})` },
          ]),
        ],
      },
    },
  ];
}

function seenContent(place: Place, locale: Locale): DocumentContent[] {
  const shown = place.accessLog.slice(0, mostSeen);
  const head = [words.when, words.who, words.why].map((text) => styled(text[locale], 'label'));
  return [
    { text: words.seen[locale], bold: true, margin: [0, 10, 0, 2] },
    ...(shown.length < place.accessLog.length
      ? [styled(words.more[locale].replace('{count}', String(shown.length)), 'small')]
      : []),
    {
      layout: 'lightHorizontalLines',
      table: {
        widths: [100, '*', 150],
        headerRows: 1,
        dontBreakRows: true,
        body: [
          head,
          ...shown.map((seen) => [
            { text: dateTime(seen.at) },
            { text: [seen.who ?? words.itself[locale], seen.organisation].filter(Boolean).join(', ') },
            { text: accessPurposes[seen.purpose]?.[locale] ?? seen.purpose },
          ]),
        ],
      },
    },
  ];
}

function valueText(value: Value, locale: Locale): string {
  if (value === null || value === '') return words.none[locale];
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][locale];
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(value)) return dateTime(value);
  return String(value);
}

/** A date or an instant as Danish clocks and calendars show it. */
function dateTime(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.split('-').reverse().join('.');
  const { date, time } = copenhagenDateTime(new Date(text));
  return `${date.split('-').reverse().join('.')} ${time.slice(0, 5)}`;
}
