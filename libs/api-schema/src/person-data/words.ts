/** Whose data can be handed out and erased: a young person, the young person of an enquiry, a partner's contact person, whoever a link without account was sent to, somebody with an account. */
export const personSubjectKinds = [
  'participant',
  'enquiry',
  'contact-person',
  'link-holder',
  'person',
] as const;
/** One of {@link personSubjectKinds}. */
export type PersonSubjectKind = (typeof personSubjectKinds)[number];

/** A text in each language of the product. */
export interface InBothLanguages {
  readonly da: string;
  readonly en: string;
}

/** Why somebody saw a person's data, as it is written in the access log. Add a line when a module writes a new word. */
export const accessPurposes: Readonly<Record<string, InBothLanguages>> = {
  list: { da: 'Så listen', en: 'Saw the list' },
  detail: { da: 'Åbnede siden', en: 'Opened the page' },
  update: { da: 'Rettede oplysninger', en: 'Corrected data' },
  register: { da: 'Registrerede', en: 'Registered' },
  'keep-destination': { da: 'Rettede en destination', en: 'Corrected a destination' },
  'log-destination': { da: 'Registrerede en destination', en: 'Logged a destination' },
  notify: { da: 'Sendte en besked', en: 'Sent a message' },
  answer: { da: 'Besvarede henvendelsen', en: 'Answered the enquiry' },
  'cpr-search': { da: 'Søgte på CPR-nummer', en: 'Searched by CPR number' },
  cpr: { da: 'Så CPR-nummeret', en: 'Saw the CPR number' },
  consent: { da: 'Behandlede samtykke', en: 'Handled consent' },
  export: { da: 'Udleverede oplysningerne', en: 'Handed out the data' },
  history: { da: 'Læste historikken', en: 'Read the history' },
  'access-log': { da: 'Så, hvem der har set oplysningerne', en: 'Saw who has seen the data' },
  'erasure-preview': { da: 'Så, hvad en sletning omfatter', en: 'Saw what an erasure takes' },
  erasure: { da: 'Slettede oplysningerne', en: 'Erased the data' },
};
