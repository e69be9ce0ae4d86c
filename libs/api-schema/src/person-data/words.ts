/** Whose data can be handed out and erased: a young person, the young person of an enquiry, a partner's contact person, somebody with an account. */
export const personSubjectKinds = ['participant', 'enquiry', 'contact-person', 'person'] as const;
/** One of {@link personSubjectKinds}. */
export type PersonSubjectKind = (typeof personSubjectKinds)[number];

/** A text in each language of the product. */
export interface InBothLanguages {
  readonly da: string;
  readonly en: string;
}
