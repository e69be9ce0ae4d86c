import type { Locale } from '#libs/api-schema';

/** The words of the signing pages in one language. */
export interface SigningTexts {
  readonly lead: (sender: string, alliance: string, partner: string) => string;
  readonly writes: (sender: string) => string;
  readonly signBy: string;
  readonly runsFor: string;
  readonly takes: string;
  readonly takesValue: string;
  readonly go: string;
  readonly wrongPerson: string;
  readonly readTitle: string;
  readonly mandatory: string;
  readonly mandatoryHint: string;
  readonly optional: string;
  readonly optionalHint: string;
  readonly count: (unit: string) => string;
  readonly terms: string;
  readonly response: string;
  readonly responseValue: (days: string) => string;
  readonly termValue: (months: string) => string;
  readonly wholeText: string;
  readonly sign: string;
  readonly name: string;
  readonly nameHint: (partner: string) => string;
  readonly draw: string;
  readonly drawHint: string;
  readonly clear: string;
  readonly kind: string;
  readonly codeTo: (email: string) => string;
  readonly sendCode: string;
  readonly confirmTitle: string;
  readonly confirmLead: (email: string) => string;
  readonly youPromise: string;
  readonly nothingOptional: string;
  readonly signsAs: string;
  readonly signedBy: string;
  readonly chose: string;
  readonly code: string;
  readonly codeHint: string;
  readonly confirm: string;
  readonly newCode: string;
  readonly codeSent: string;
  readonly change: string;
  readonly doneTitle: string;
  readonly doneLead: (partner: string) => string;
  readonly sealing: (email: string) => string;
  readonly next: (sender: string, alliance: string) => string;
  readonly close: string;
  readonly passOnTitle: string;
  readonly passOnLead: (partner: string) => string;
  readonly passOnName: string;
  readonly passOnEmail: string;
  readonly passOnLanguage: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly passOn: string;
  readonly back: string;
  readonly passedOnTitle: string;
  readonly passedOnLead: (name: string, email: string) => string;
  readonly ask: (sender: string) => string;
  readonly already: string;
  readonly alreadyLead: string;
  readonly withdrawn: string;
  readonly withdrawnLead: string;
  readonly replaced: string;
  readonly replacedLead: string;
  readonly expired: string;
  readonly expiredLead: string;
  readonly unknown: string;
  readonly unknownLead: string;
  readonly changed: string;
  readonly changedLead: string;
  readonly readAgain: string;
  readonly failed: string;
  readonly tooMany: string;
}

/** The signing pages in both languages. */
export const signingTexts: Readonly<Record<Locale, SigningTexts>> = {
  da: {
    lead: (sender, alliance, partner) =>
      `${sender} fra ${alliance} beder ${partner} om at læse og underskrive en aftale.`,
    writes: (sender) => `${sender} skriver`,
    signBy: 'Underskriv senest',
    runsFor: 'Aftalen løber i',
    takes: 'Det tager',
    takesValue: 'cirka tre minutter. Du skal hverken bruge adgangskode eller konto.',
    go: 'Fortsæt',
    wrongPerson: 'Er du ikke den rette? Giv aftalen videre',
    readTitle: 'Det beder vi jer om',
    mandatory: 'Det siger I ja til',
    mandatoryHint: 'Løfterne er de samme for alle partnere.',
    optional: 'Det vælger I selv',
    optionalHint:
      'Sæt kryds ved det, I vil tilbyde, og skriv hvor mange. Vælg det, der passer til jer. I må også lade være.',
    count: (unit) => `Antal ${unit}`,
    terms: 'Løbetid og svarfrist',
    response: 'Når en ung henvender sig',
    responseValue: (days) => `svarer I senest ${days} efter`,
    termValue: (months) => `${months} fra den dag, sekretariatet har medunderskrevet`,
    wholeText: 'Læs hele aftaleteksten',
    sign: 'Underskrift',
    name: 'Dit fulde navn',
    nameHint: (partner) => `Du underskriver på vegne af ${partner}.`,
    draw: 'Tegn din underskrift',
    drawHint: 'Det er nok at skrive navnet. Du kan tegne med finger eller mus, hvis du vil.',
    clear: 'Ryd tegningen',
    kind: 'Det er en simpel elektronisk underskrift (eIDAS). Du bekræfter den med en kode på seks cifre.',
    codeTo: (email) => `Vi sender koden til ${email}.`,
    sendCode: 'Videre: send mig koden',
    confirmTitle: 'Bekræft med koden',
    confirmLead: (email) => `Vi har sendt en mail med seks cifre til ${email}. Koden gælder i 20 minutter.`,
    youPromise: 'I vælger',
    nothingOptional: 'Ingen frivillige løfter',
    signsAs: 'Du underskriver som',
    signedBy: 'Underskrevet af',
    chose: 'I har valgt',
    code: 'Kode fra mailen',
    codeHint: 'Seks cifre',
    confirm: 'Underskriv',
    newCode: 'Send en ny kode',
    codeSent: 'Vi har sendt en ny kode. Den tidligere gælder ikke længere.',
    change: 'Ret mine valg',
    doneTitle: 'Tak. Aftalen er underskrevet',
    doneLead: (partner) => `Du har underskrevet på vegne af ${partner}.`,
    sealing: (email) => `Kvitteringen forsegles nu og kommer som PDF til ${email} om et øjeblik.`,
    next: (sender, alliance) =>
      `${sender} medunderskriver for ${alliance}. Så gælder aftalen, og du får den endelige PDF på mail.`,
    close: 'Du skal ikke gøre mere og kan lukke siden.',
    passOnTitle: 'Giv aftalen videre',
    passOnLead: (partner) =>
      `Hvem kan underskrive for ${partner}? Vi sender et nyt link til vedkommende. Dit link virker ikke bagefter.`,
    passOnName: 'Den rettes navn',
    passOnEmail: 'Den rettes mailadresse',
    passOnLanguage: 'Sprog i mailen',
    languages: { da: 'Dansk', en: 'English' },
    passOn: 'Giv videre',
    back: 'Tilbage',
    passedOnTitle: 'Tak. Aftalen er givet videre',
    passedOnLead: (name, email) => `${name} får en mail på ${email}. Du skal ikke gøre mere.`,
    ask: (sender) => `Spørgsmål? Svar på mailen fra ${sender}.`,
    already: 'Aftalen er underskrevet',
    alreadyLead:
      'Aftalen er allerede underskrevet. Kvitteringen er sendt på mail til den, der underskrev. Du skal ikke gøre mere.',
    withdrawn: 'Aftalen er trukket tilbage',
    withdrawnLead:
      'Sekretariatet har trukket aftalen tilbage. Du skal ikke gøre noget. Svar på mailen, hvis du vil vide mere.',
    replaced: 'Linket gælder ikke længere',
    replacedLead:
      'Der er sendt et nyt link, aftalen er givet videre til en anden hos jer, eller sekretariatet har lukket linket. Brug linket i den seneste mail. Har du ingen nyere, så svar på mailen.',
    expired: 'Linket er udløbet',
    expiredLead: 'Du kan få et nyt link sendt til den samme e-mail som det gamle. I mister ikke noget.',
    unknown: 'Linket passer ikke',
    unknownLead:
      'Adressen er måske ikke kommet helt med. Åbn linket direkte fra mailen, eller kopiér det hele.',
    changed: 'Teksten er ændret',
    changedLead: 'Aftalens tekst er ændret, siden siden blev vist. Læs den nye tekst, før du underskriver.',
    readAgain: 'Læs den nye tekst',
    failed: 'Det gik ikke',
    tooMany:
      'Der er sendt for mange koder eller gjort for mange forsøg. Vent ti minutter. Virker det stadig ikke, så svar på mailen, og vi sender et nyt link.',
  },
  en: {
    lead: (sender, alliance, partner) =>
      `${sender} of ${alliance} asks ${partner} to read and sign an agreement.`,
    writes: (sender) => `${sender} writes`,
    signBy: 'Sign no later than',
    runsFor: 'The agreement runs for',
    takes: 'It takes',
    takesValue: 'about three minutes. You need neither a password nor an account.',
    go: 'Continue',
    wrongPerson: 'Not the right person? Pass the agreement on',
    readTitle: 'What we ask of you',
    mandatory: 'What you agree to',
    mandatoryHint: 'These commitments are the same for all partners.',
    optional: 'What you choose yourselves',
    optionalHint:
      'Tick what you want to offer and write how many. Choose what suits you. You may also choose nothing.',
    count: (unit) => `Number of ${unit}`,
    terms: 'Term and response time',
    response: 'When a young person makes contact',
    responseValue: (days) => `you answer no later than ${days} after`,
    termValue: (months) => `${months} from the day the secretariat has counter-signed`,
    wholeText: 'Read the whole text of the agreement',
    sign: 'Signature',
    name: 'Your full name',
    nameHint: (partner) => `You sign on behalf of ${partner}.`,
    draw: 'Draw your signature',
    drawHint: 'Typing the name is enough. You can draw with a finger or a mouse if you like.',
    clear: 'Clear the drawing',
    kind: 'This is a simple electronic signature (eIDAS). You confirm it with a six-digit code.',
    codeTo: (email) => `We send the code to ${email}.`,
    sendCode: 'Next: send me the code',
    confirmTitle: 'Confirm with the code',
    confirmLead: (email) =>
      `We have sent a mail with six digits to ${email}. The code is valid for 20 minutes.`,
    youPromise: 'You choose',
    nothingOptional: 'No optional commitments',
    signsAs: 'You sign as',
    signedBy: 'Signed by',
    chose: 'You chose',
    code: 'Code from the mail',
    codeHint: 'Six digits',
    confirm: 'Sign',
    newCode: 'Send a new code',
    codeSent: 'We have sent a new code. The earlier one no longer works.',
    change: 'Change my choices',
    doneTitle: 'Thank you. The agreement is signed',
    doneLead: (partner) => `You have signed on behalf of ${partner}.`,
    sealing: (email) => `The receipt is being sealed now and will reach ${email} as a PDF in a moment.`,
    next: (sender, alliance) =>
      `${sender} counter-signs for ${alliance}. Then the agreement applies, and you get the final PDF by mail.`,
    close: 'There is nothing more to do, and you can close the page.',
    passOnTitle: 'Pass the agreement on',
    passOnLead: (partner) =>
      `Who can sign for ${partner}? We send that person a new link. Yours will no longer work.`,
    passOnName: 'Name of the right person',
    passOnEmail: 'Mail address of the right person',
    passOnLanguage: 'Language of the mail',
    languages: { da: 'Dansk', en: 'English' },
    passOn: 'Pass on',
    back: 'Back',
    passedOnTitle: 'Thank you. The agreement is passed on',
    passedOnLead: (name, email) => `${name} gets a mail at ${email}. There is nothing more to do.`,
    ask: (sender) => `Questions? Reply to the mail from ${sender}.`,
    already: 'The agreement is signed',
    alreadyLead:
      'The agreement has already been signed. The receipt was mailed to the person who signed. There is nothing more to do.',
    withdrawn: 'The agreement has been withdrawn',
    withdrawnLead:
      'The secretariat has withdrawn the agreement. You need not do anything. Reply to the mail if you want to know more.',
    replaced: 'The link no longer works',
    replacedLead:
      'A new link was sent, the agreement was passed on to somebody else at your company, or the secretariat has closed the link. Use the link in the latest mail. If you have no newer one, reply to the mail.',
    expired: 'The link has expired',
    expiredLead: 'You can have a new link sent to the same e-mail as the old one. Nothing is lost.',
    unknown: 'The link does not match',
    unknownLead:
      'Perhaps part of the address is missing. Open the link straight from the mail, or copy all of it.',
    changed: 'The text has changed',
    changedLead:
      'The text of the agreement has changed since the page was shown. Read the new text before you sign.',
    readAgain: 'Read the new text',
    failed: 'That did not work',
    tooMany:
      'Too many codes were sent or too many attempts made. Wait ten minutes. If it still does not work, reply to the mail and we will send a new link.',
  },
};
