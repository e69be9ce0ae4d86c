import type { PlainDate } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

/** The same short plain text in both languages of the product. */
export interface BothLanguages {
  readonly da: string;
  readonly en: string;
}

/** Whom a reminder is for: a person with an account (`personId`) or a partner's contact without one. */
export interface DueRecipient {
  readonly name: string;
  readonly email: string;
  readonly locale: 'da' | 'en';
  readonly personId?: string;
}

/** The thing a reminder is about, e.g. `{ kind: 'contract', id }`. */
export interface DueSubject {
  readonly kind: string;
  readonly id: string;
}

/**
 * One thing that is due for one recipient. Texts reach mails, lists and the overview: no name of a young person in
 * them, and plain text only.
 */
export interface DueItem {
  readonly kind: string;
  readonly subject: DueSubject;
  /** The instant it fell due. The same subject with the same instant is reminded of once per recipient. */
  readonly dueAt: Date;
  readonly recipient: DueRecipient;
  /** One line saying what is waiting, e.g. »Garantikontrakten med Bageriet er ikke underskrevet«. */
  readonly title: BothLanguages;
  /** One more line, e.g. since when. */
  readonly detail?: BothLanguages;
  /** Page of the thing below the alliance's address, without a leading slash, e.g. `kontrakter/<id>`. */
  readonly path: string;
}

/** What the recipient's own overview says of a thing beyond what was mailed. */
export interface DueDescription {
  readonly title: BothLanguages;
  /** The day on which the thing ends: until then it is not overdue. */
  readonly endsOn: PlainDate;
}

/** What `stillDue` and `link` are told of an item noted earlier. */
export interface NotedItem {
  readonly kind: string;
  readonly subject: DueSubject;
  readonly dueAt: Date;
  readonly recipient: DueRecipient;
}

/** The alliance's rule for the kind at the time of the scan. */
export interface DueRule {
  /** Days after the source's own starting point (sent, response time passed, due date) until it counts as due. */
  readonly afterDays: number;
}

/** How a kind presents itself on the page of reminder rules, and what holds until the alliance says otherwise. */
export interface DueKind {
  readonly label: BothLanguages;
  /** What `afterDays` counts from, e.g. »dage efter at kontrakten blev sendt«. */
  readonly counts: BothLanguages;
  readonly defaultAfterDays: number;
}

/**
 * Where a module tells reminders what is due. Implemented by the module that owns the subject and registered with
 * `DueItemSources` in its `onModuleInit`; reminders never imports that module.
 */
export interface DueItemSource {
  /** Stable, module first: `partner-contracts.contract-unsigned`. */
  readonly kind: string;
  readonly presents: DueKind;
  /**
   * Everything of this kind in the transaction's alliance with `dueAt <= now`, as the system actor. Called each scan;
   * what was noted before is left alone, so simply answer all that is due.
   */
  due(tx: Transaction, now: Date, rule: DueRule): Promise<readonly DueItem[]>;
  /** Asked just before sending and before showing: false means it was done meanwhile. Reads only. */
  stillDue(tx: Transaction, item: NotedItem): Promise<boolean>;
  /**
   * Address put in the mail, made at sending: for a recipient without an account, issue a fresh scoped link here
   * (`Links.issue`). Without this method, or where it answers null, the mail leads to `path`.
   */
  link?(tx: Transaction, item: NotedItem): Promise<string | null>;
  /**
   * Asked when the recipient looks at their overview, in a unit of work of theirs: here a title may name whom they may
   * see, and what is read of a person is noted in the access log. Nothing of it is kept or mailed. By id of the subject;
   * what is not answered stands as it was noted.
   */
  describe?(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, DueDescription>>;
}
