import type { Messages } from '../../language/define-messages.js';

/** Texts of the start page of an alliance. */
export const messages = {
  'overview.title': { da: 'Overblik', en: 'Overview' },
  'overview.welcome': { da: 'Velkommen til {name}', en: 'Welcome to {name}' },
  'overview.welcomeAs.secretariat': {
    da: 'Du er en del af sekretariatet. Begynd med partnerne: se, hvem der er med, eller hent jeres liste ind.',
    en: 'You are part of the secretariat. Begin with the partners: see who takes part, or bring in your list.',
  },
  'overview.welcomeAs.partner': {
    da: 'Du er med som partner. Se jeres kontrakt og de henvendelser, I har fået.',
    en: 'You take part as a partner. See your contract and the enquiries you have received.',
  },
  'overview.welcomeAs.caseworker': {
    da: 'Du er med som sagsbehandler. Begynd med at finde eller registrere en ung.',
    en: 'You take part as a caseworker. Begin by finding or registering a young person.',
  },
  'overview.welcomeAs.member': {
    da: 'Du er med som medlem. Se, hvornår I mødes næste gang, og hvad der er besluttet.',
    en: 'You take part as a member. See when you meet next, and what has been decided.',
  },
  'overview.welcomeAs.observer': {
    da: 'Du er med som iagttager. Se, hvordan det går med de fælles mål.',
    en: 'You take part as an observer. See how the shared goals are coming along.',
  },
  'overview.welcomeBegin': { da: 'Begynd her: {page}', en: 'Begin here: {page}' },
  'overview.welcomeBack': {
    da: 'Næste gang logger du ind med din e-mail og får et link og en kode. Vil du ikke vente på en mail, så læg en adgangsnøgle på denne enhed.',
    en: 'Next time you sign in with your e-mail and get a link and a code. If you would rather not wait for a mail, put a passkey on this device.',
  },
  'overview.welcomeAccount': { da: 'Din konto', en: 'Your account' },
  'overview.due': { da: 'Det venter på dig', en: 'Waiting for you' },
  'overview.dueMore': {
    da: 'De {shown, number} ældste af {total, number}. Resten kommer frem, når disse er klaret.',
    en: 'The {shown, number} oldest of {total, number}. The rest appear when these are done.',
  },
  'overview.dueNone': { da: 'Intet venter på dig', en: 'Nothing waits for you' },
  'overview.dueNoneHelp': {
    da: 'Her samles det, der har en frist og er dit: opfølgning, underskrifter, handlinger og møder.',
    en: 'What has a deadline and is yours gathers here: follow-up, signatures, actions and meetings.',
  },
  'overview.dueSince': { da: 'Frist {date}', en: 'Due {date}' },
  'overview.overdue': { da: 'Overskredet siden {date}', en: 'Overdue since {date}' },
  'overview.endsIn': {
    da: '{days, plural, =0 {Udløber i dag} one {Udløber om # dag} other {Udløber om # dage}}',
    en: '{days, plural, =0 {Expires today} one {Expires in # day} other {Expires in # days}}',
  },
  'overview.done': { da: 'Klaret', en: 'Done' },
  'overview.doneFor': { da: 'Markér »{title}« som klaret', en: 'Mark “{title}” as done' },
  'overview.snooze': { da: 'Udsæt', en: 'Put off' },
  'overview.snoozeFor': { da: 'Udsæt »{title}«', en: 'Put off “{title}”' },
  'overview.snoozeTitle': { da: 'Udsæt påmindelsen', en: 'Put the reminder off' },
  'overview.snoozeUntil': { da: 'Vis og mind om den igen', en: 'Show and remind of it again' },
  'overview.snoozed': { da: 'Udsat til {date}', en: 'Put off until {date}' },
  'overview.closed': { da: '»{title}« er klaret', en: '“{title}” is done' },
  'overview.changes': { da: 'Sket siden sidst', en: 'Since last time' },
  'overview.changesSince': { da: 'Siden {date}', en: 'Since {date}' },
  'overview.changesWeek': { da: 'Den seneste uge', en: 'The last week' },
  'overview.changesNone': { da: 'Intet nyt siden sidst.', en: 'Nothing new since last time.' },
  'overview.seen': { da: 'Jeg har set det', en: 'I have seen it' },
  'overview.all': { da: 'Hele historikken', en: 'The whole history' },
} satisfies Messages;
