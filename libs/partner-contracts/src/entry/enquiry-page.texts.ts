import type { AgeBand, EnquiryStepKind, Locale } from '#libs/api-schema';

/** Words that the pages about enquiries share. */
export interface EnquiryWords {
  readonly ages: Readonly<Record<AgeBand, string>>;
  readonly steps: Readonly<Record<EnquiryStepKind, string>>;
  readonly firstName: string;
  readonly age: string;
  readonly wish: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly throughCaseworker: string;
  readonly youngPerson: string;
}

/** Words that the pages about enquiries share, in each language. */
export const enquiryWords: Readonly<Record<Locale, EnquiryWords>> = {
  da: {
    ages: {
      '6-12': '6-12 år',
      '13-15': '13-15 år',
      '16-17': '16-17 år',
      '18-24': '18-24 år',
      '25-29': '25-29 år',
      '30+': '30 år eller mere',
    },
    steps: {
      received: 'Modtaget',
      offered: 'Plads tilbudt',
      'handed-on': 'Givet videre',
      'help-wanted': 'Bedt om hjælp',
      accepted: 'Taget imod',
      declined: 'Sagt nej tak',
      'taken-back': 'Taget tilbage',
      withdrawn: 'Trukket tilbage',
    },
    firstName: 'Fornavn',
    age: 'Alder',
    wish: 'Ønske',
    contact: 'Kontakt',
    phone: 'Telefon',
    email: 'Mail',
    throughCaseworker: 'Gennem sagsbehandleren',
    youngPerson: 'Den unge',
  },
  en: {
    ages: {
      '6-12': '6–12 years',
      '13-15': '13–15 years',
      '16-17': '16–17 years',
      '18-24': '18–24 years',
      '25-29': '25–29 years',
      '30+': '30 years or more',
    },
    steps: {
      received: 'Received',
      offered: 'Place offered',
      'handed-on': 'Handed on',
      'help-wanted': 'Help asked for',
      accepted: 'Accepted',
      declined: 'Declined',
      'taken-back': 'Taken back',
      withdrawn: 'Withdrawn',
    },
    firstName: 'First name',
    age: 'Age',
    wish: 'Wish',
    contact: 'Contact',
    phone: 'Phone',
    email: 'Mail',
    throughCaseworker: 'Through the caseworker',
    youngPerson: 'The young person',
  },
};

/** Words of the page on which a young person writes to a partner. */
export interface AskWords {
  readonly title: (partner: string) => string;
  readonly lead: (partner: string, days: number) => string;
  readonly wishLabel: string;
  readonly wishHint: string;
  readonly reach: string;
  readonly byPhone: string;
  readonly byEmail: string;
  readonly phoneLabel: string;
  readonly emailLabel: string;
  readonly choose: string;
  readonly consentTitle: string;
  readonly consentText: (partner: string) => string;
  readonly consentLabel: (partner: string) => string;
  readonly send: string;
  readonly thanksTitle: string;
  readonly thanks: (partner: string, days: number) => string;
  readonly thanksMore: string;
}

/** Words of the page on which a young person writes to a partner, in each language. */
export const askWords: Readonly<Record<Locale, AskWords>> = {
  da: {
    title: (partner) => `Skriv til ${partner}`,
    lead: (partner, days) =>
      `${partner} har lovet at hjælpe unge videre mod uddannelse og job. Skriv, hvad du gerne vil, så får du svar inden for ${String(days)} ${days === 1 ? 'dag' : 'dage'}.`,
    wishLabel: 'Hvad vil du gerne?',
    wishHint: 'Skriv med dine egne ord, fx praktik, fritidsjob, læreplads eller bare se, hvordan der er.',
    reach: 'Hvordan skal de få fat i dig?',
    byPhone: 'Ring eller skriv en sms',
    byEmail: 'Send en mail',
    phoneLabel: 'Dit telefonnummer',
    emailLabel: 'Din mailadresse',
    choose: 'Vælg',
    consentTitle: 'Hvem ser det, du skriver?',
    consentText: (partner) =>
      `${partner} får dit fornavn, din aldersgruppe, dit ønske og din kontakt for at kunne hjælpe dig. Har de ikke selv en plads, må de give det videre til én anden ad gangen, som kan hjælpe. Sekretariatet kan se, at der er en henvendelse, men ikke, hvem den kommer fra. Du kan altid trække den tilbage: med linket i mailen, hvis du vælger mail, eller ved at sige det til kommunens ungeindsats.`,
    consentLabel: (partner) => `Ja, ${partner} må få det, jeg har skrevet, for at hjælpe mig`,
    send: 'Send',
    thanksTitle: 'Tak. Din henvendelse er sendt',
    thanks: (partner, days) =>
      `${partner} svarer dig inden for ${String(days)} ${days === 1 ? 'dag' : 'dage'}.`,
    thanksMore: 'Har de ikke selv en plads, hjælper de dig videre til en anden. Du bliver ikke sluppet.',
  },
  en: {
    title: (partner) => `Write to ${partner}`,
    lead: (partner, days) =>
      `${partner} has promised to help young people on towards education and work. Write what you would like, and you get an answer within ${String(days)} ${days === 1 ? 'day' : 'days'}.`,
    wishLabel: 'What would you like?',
    wishHint:
      'In your own words, for example work experience, a leisure job, an apprenticeship or just a look around.',
    reach: 'How can they reach you?',
    byPhone: 'Call or text me',
    byEmail: 'Send me a mail',
    phoneLabel: 'Your phone number',
    emailLabel: 'Your mail address',
    choose: 'Choose',
    consentTitle: 'Who sees what you write?',
    consentText: (partner) =>
      `${partner} gets your first name, age group, wish and contact, in order to help you. If they have no place themselves, they may hand it on to one other at a time who can help. The secretariat can see that there is an enquiry, but not who it is from. You can always withdraw it: by the link in the mail if you choose mail, or by telling the municipality’s youth service.`,
    consentLabel: (partner) => `Yes, ${partner} may have what I have written in order to help me`,
    send: 'Send',
    thanksTitle: 'Thank you. Your enquiry has been sent',
    thanks: (partner, days) =>
      `${partner} answers you within ${String(days)} ${days === 1 ? 'day' : 'days'}.`,
    thanksMore:
      'If they have no place themselves, they help you on to somebody else. You will not be dropped.',
  },
};

/** Words of the page on which an enquiry is answered. */
export interface AnswerWords {
  readonly title: string;
  readonly handOnTitle: string;
  readonly lead: (partner: string) => string;
  readonly handOnLead: (partner: string, giver: string) => string;
  readonly answerBy: string;
  readonly offerTitle: string;
  readonly place: string;
  readonly placeHint: string;
  readonly startsOn: string;
  readonly contactPerson: string;
  readonly contactReach: string;
  readonly contactReachHint: string;
  readonly offer: string;
  readonly handOnSummary: string;
  readonly handOnHint: string;
  readonly partnerLabel: string;
  readonly choose: string;
  readonly handOnToPartner: string;
  readonly coordinatorTitle: string;
  readonly coordinatorKind: string;
  readonly internshipCoordinator: string;
  readonly businessConsultant: string;
  readonly coordinatorName: string;
  readonly coordinatorEmail: string;
  readonly handOnToCoordinator: string;
  readonly helpSummary: string;
  readonly helpHint: string;
  readonly helpNote: string;
  readonly help: string;
  readonly accept: string;
  readonly acceptHint: string;
  readonly decline: string;
  readonly declineHint: string;
  readonly takeBack: string;
  readonly takeBackHint: (receiver: string) => string;
  readonly timeline: string;
  readonly notYours: (holder: string) => string;
  readonly states: {
    readonly offered: string;
    readonly accepted: string;
    readonly withdrawn: string;
    readonly 'help-wanted': string;
    readonly 'handed-on': (receiver: string) => string;
    readonly returned: string;
  };
  readonly withdrawTitle: string;
  readonly withdrawLead: (partner: string) => string;
  readonly withdraw: string;
  readonly withdrawn: string;
  readonly ended: string;
}

/** Words of the page on which an enquiry is answered, in each language. */
export const answerWords: Readonly<Record<Locale, AnswerWords>> = {
  da: {
    title: 'En ung har henvendt sig',
    handOnTitle: 'Kan I hjælpe en ung videre?',
    lead: (partner) => `Henvendelsen er til ${partner} som garantipartner.`,
    handOnLead: (partner, giver) =>
      `En ung har henvendt sig til ${partner}. ${giver} har ikke selv en plads og beder jer om at tage over.`,
    answerBy: 'Svar senest',
    offerTitle: 'Tilbyd en plads',
    place: 'Hvad tilbyder I?',
    placeHint: 'Fx to ugers praktik i butikken, fritidsjob om lørdagen eller en læreplads.',
    startsOn: 'Start',
    contactPerson: 'Kontaktperson hos jer',
    contactReach: 'Telefon eller mail',
    contactReachHint: 'Den unge får det at vide.',
    offer: 'Tilbyd pladsen',
    handOnSummary: 'Vi har ikke en plads: giv den unge videre',
    handOnHint:
      'Henvendelsen er først lukket, når modtageren siger ja. Siger de nej, kommer den tilbage til jer.',
    partnerLabel: 'Til en anden garantipartner',
    choose: 'Vælg virksomhed',
    handOnToPartner: 'Giv videre til virksomheden',
    coordinatorTitle: 'Eller til en koordinator',
    coordinatorKind: 'Hvem',
    internshipCoordinator: 'Praktikkoordinator på en skole',
    businessConsultant: 'Virksomhedskonsulent i kommunen',
    coordinatorName: 'Navn',
    coordinatorEmail: 'Mailadresse',
    handOnToCoordinator: 'Giv videre til koordinatoren',
    helpSummary: 'Vi har brug for hjælp fra sekretariatet',
    helpHint: 'Så finder sekretariatet en anden sammen med jer. Skriv ikke den unges navn her.',
    helpNote: 'Hvad har I brug for?',
    help: 'Bed om hjælp',
    accept: 'Ja, vi tager imod',
    acceptHint: 'Skriv, hvem den unge skal tale med hos jer.',
    decline: 'Nej, vi kan ikke hjælpe',
    declineHint: 'Så går henvendelsen tilbage, og den unge bliver ikke sluppet.',
    takeBack: 'Tag henvendelsen tilbage',
    takeBackHint: (receiver) =>
      `Vil I hellere selv hjælpe eller spørge en anden end ${receiver}, kan I tage den tilbage.`,
    timeline: 'Hvad er der sket?',
    notYours: (holder) => `Henvendelsen ligger hos ${holder}. I skal ikke gøre mere.`,
    states: {
      offered: 'Tak. I har tilbudt en plads, og henvendelsen er afsluttet.',
      accepted: 'Tak. Den unge er taget imod, og henvendelsen er afsluttet.',
      withdrawn: 'Den unge har trukket henvendelsen tilbage. I skal ikke gøre mere.',
      'help-wanted': 'Sekretariatet er bedt om hjælp og vender tilbage. I kan stadig selv svare herunder.',
      'handed-on': (receiver) => `Henvendelsen er givet videre til ${receiver}, som endnu ikke har svaret.`,
      returned: 'Henvendelsen er kommet tilbage til jer.',
    },
    withdrawTitle: 'Træk din henvendelse tilbage',
    withdrawLead: (partner) =>
      `Har du fundet noget andet eller fortrudt? Så trækker vi din henvendelse til ${partner} tilbage og giver dem besked, næste gang de åbner den.`,
    withdraw: 'Ja, træk den tilbage',
    withdrawn: 'Din henvendelse er trukket tilbage. Du er altid velkommen til at skrive igen.',
    ended: 'Din henvendelse er allerede afsluttet. Du skal ikke gøre mere.',
  },
  en: {
    title: 'A young person has turned to you',
    handOnTitle: 'Can you help a young person on?',
    lead: (partner) => `The enquiry is to ${partner} as a guarantee partner.`,
    handOnLead: (partner, giver) =>
      `A young person turned to ${partner}. ${giver} has no place and asks you to take over.`,
    answerBy: 'Answer by',
    offerTitle: 'Offer a place',
    place: 'What do you offer?',
    placeHint: 'For example two weeks of work experience in the shop, a Saturday job or an apprenticeship.',
    startsOn: 'Start',
    contactPerson: 'Your contact person',
    contactReach: 'Phone or mail',
    contactReachHint: 'The young person is told.',
    offer: 'Offer the place',
    handOnSummary: 'We have no place: hand the young person on',
    handOnHint: 'The enquiry ends only when the receiver says yes. If they say no, it comes back to you.',
    partnerLabel: 'To another guarantee partner',
    choose: 'Choose a company',
    handOnToPartner: 'Hand on to the company',
    coordinatorTitle: 'Or to a coordinator',
    coordinatorKind: 'Who',
    internshipCoordinator: 'Internship coordinator at a school',
    businessConsultant: 'Business consultant at the municipality',
    coordinatorName: 'Name',
    coordinatorEmail: 'Mail address',
    handOnToCoordinator: 'Hand on to the coordinator',
    helpSummary: 'We need help from the secretariat',
    helpHint:
      'The secretariat then finds somebody together with you. Do not write the young person’s name here.',
    helpNote: 'What do you need?',
    help: 'Ask for help',
    accept: 'Yes, we take over',
    acceptHint: 'Write whom the young person should talk to.',
    decline: 'No, we cannot help',
    declineHint: 'The enquiry then goes back, and the young person is not dropped.',
    takeBack: 'Take the enquiry back',
    takeBackHint: (receiver) =>
      `If you would rather help yourselves or ask somebody other than ${receiver}, you can take it back.`,
    timeline: 'What has happened?',
    notYours: (holder) => `The enquiry is with ${holder}. There is nothing more for you to do.`,
    states: {
      offered: 'Thank you. You have offered a place, and the enquiry has ended.',
      accepted: 'Thank you. The young person has been taken over, and the enquiry has ended.',
      withdrawn: 'The young person has withdrawn the enquiry. There is nothing more for you to do.',
      'help-wanted':
        'The secretariat has been asked for help and will come back to you. You can still answer below.',
      'handed-on': (receiver) => `The enquiry has been handed on to ${receiver}, who has not answered yet.`,
      returned: 'The enquiry has come back to you.',
    },
    withdrawTitle: 'Withdraw your enquiry',
    withdrawLead: (partner) =>
      `Have you found something else or changed your mind? Then we withdraw your enquiry to ${partner} and tell them when they next open it.`,
    withdraw: 'Yes, withdraw it',
    withdrawn: 'Your enquiry has been withdrawn. You are always welcome to write again.',
    ended: 'Your enquiry has already ended. There is nothing more for you to do.',
  },
};
