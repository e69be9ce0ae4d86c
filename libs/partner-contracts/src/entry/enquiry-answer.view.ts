import type { EnquiryDetail, Locale, SharedPerson } from '#libs/api-schema';
import type { FormState } from './enquiry-ask.page.js';

/** What the page of an enquiry needs to be drawn. */
export interface AnswerView {
  readonly locale: Locale;
  readonly allianceName: string;
  readonly enquiry: EnquiryDetail;
  readonly person: SharedPerson | null;
  readonly partners: readonly { readonly id: string; readonly name: string; readonly town: string | null }[];
  readonly reader: { readonly name: string; readonly email: string };
  readonly answerBy: string;
  readonly form: FormState;
  /** Address of the link. */
  readonly base: string;
}
