import type { MailContent, MailTemplate } from '#libs/platform';

/** Fills the mail that carries the link to one action. */
export interface ActionLinkMail {
  readonly allianceName: string;
  readonly title: string;
  readonly meetingTitle: string;
  readonly ownerName: string;
  /** Who handed it over or passed it on; null when the same person gets a new link. */
  readonly givenBy: string | null;
  /** Written out in the recipient's language. */
  readonly dueOn: string;
  readonly url: string;
}

/** Somebody without an account is asked to do what was agreed on at a meeting. */
export const actionLinkMail: MailTemplate<ActionLinkMail> = {
  name: 'meetings.action-link',
  da: (p): MailContent => ({
    subject:
      p.givenBy === null
        ? `Nyt link: ${p.title}`
        : `${p.givenBy} beder dig om at tage en handling: ${p.title}`,
    paragraphs: [
      p.givenBy === null
        ? 'Her er et nyt link til handlingen. Det gamle link virker ikke længere.'
        : `${p.givenBy} beder dig om at udføre en handling, som blev aftalt på et møde i ${p.allianceName}.`,
      'På siden kan du skrive, hvordan det går, og melde handlingen udført. Du skal ikke logge ind.',
    ],
    facts: [
      ['Handling', p.title],
      ['Aftalt på', p.meetingTitle],
      ['Ansvarlig', p.ownerName],
      ['Frist', p.dueOn],
    ],
    button: { label: 'Åbn handlingen', url: p.url },
    footer: 'Linket gælder kun denne handling. Er du ikke den rette, kan du give den videre på siden.',
  }),
  en: (p): MailContent => ({
    subject:
      p.givenBy === null ? `New link: ${p.title}` : `${p.givenBy} asks you to take an action: ${p.title}`,
    paragraphs: [
      p.givenBy === null
        ? 'Here is a new link to the action. The old link no longer works.'
        : `${p.givenBy} asks you to do something that was agreed on at a meeting of ${p.allianceName}.`,
      'On the page you can write how it is going and report the action done. You need not sign in.',
    ],
    facts: [
      ['Action', p.title],
      ['Agreed at', p.meetingTitle],
      ['Owner', p.ownerName],
      ['Due', p.dueOn],
    ],
    button: { label: 'Open the action', url: p.url },
    footer: 'The link is for this action only. If you are not the right person, you can pass it on there.',
  }),
};
