import type { Messages } from '../../language/define-messages.js';

/** Texts of sign-in, claim, the first choice and the outbox. */
export const messages = {
  'start.signIn': { da: 'Log ind', en: 'Sign in' },
  'start.signInLead': {
    da: 'Skriv din e-mailadresse. Så sender vi dig et link og en kode på seks cifre. Du skal ikke huske en adgangskode.',
    en: 'Write your e-mail address. We then send you a link and a code of six digits. There is no password to remember.',
  },
  'start.ended': {
    da: 'Du er logget ud her. Log ind igen for at fortsætte. Kommer der ingen mail, så skriv til dem, der gav dig adgang.',
    en: 'You are signed out here. Sign in again to go on. If no mail comes, write to whoever gave you access.',
  },
  'start.resting': {
    da: 'Din adgang til {alliance} er sat på pause',
    en: 'Your access to {alliance} is paused',
  },
  'start.restingText': {
    da: 'Du kan ikke se alliancen, før pausen er slut. Det, du har ansvar for, bliver stående.',
    en: 'You do not see the alliance until the pause ends. What you are responsible for stays.',
  },
  'start.restingWrite': {
    da: 'Har du spørgsmål, så skriv til sekretariatet:',
    en: 'If you have questions, write to the secretariat:',
  },
  'start.erased': { da: 'Din konto er slettet', en: 'Your account is erased' },
  'start.erasedHelp': {
    da: 'Du er logget ud alle steder. Bliver du inviteret igen, begynder du forfra med en ny konto.',
    en: 'You are signed out everywhere. If you are invited again, you begin anew with a new account.',
  },
  'start.passkey': { da: 'Log ind med adgangsnøgle', en: 'Sign in with a passkey' },
  'start.email': { da: 'E-mail', en: 'E-mail' },
  'start.send': { da: 'Send link og kode', en: 'Send link and code' },
  'start.sent': { da: 'Se i din indbakke', en: 'Look in your inbox' },
  'start.sentLead': {
    da: 'Kender vi {email}, er der nu en mail på vej. Åbn linket i den, eller skriv koden her. Begge dele virker i 20 minutter.',
    en: 'If we know {email}, a mail is on its way. Open its link, or write its code here. Both work for 20 minutes.',
  },
  'start.code': { da: 'Kode på seks cifre', en: 'Code of six digits' },
  'start.otherEmail': { da: 'Brug en anden e-mail', en: 'Use another e-mail' },
  'start.noMail': { da: 'Kommer mailen ikke?', en: 'No mail?' },
  'start.noMailHelp': {
    da: 'Se i mappen med uønsket post. Ellers kan den, der driver installationen, lave et link til dig med kommandoen {command}.',
    en: 'Look in the folder for unwanted mail. Otherwise whoever runs the installation can make a link for you with the command {command}.',
  },
  'start.continueTitle': { da: 'Fortsæt til Rygrad', en: 'Continue to Rygrad' },
  'start.continueLead': {
    da: 'Linket virker én gang. Tryk på Fortsæt for at logge ind her i browseren.',
    en: 'The link works once. Press Continue to sign in with this browser.',
  },
  'start.continue': { da: 'Fortsæt', en: 'Continue' },
  'start.newLink': { da: 'Bed om et nyt link', en: 'Ask for a new link' },
  'start.claimTitle': { da: 'Velkommen til Rygrad', en: 'Welcome to Rygrad' },
  'start.claimLead': {
    da: 'Du er den første her. Skriv, hvem du er, så bliver du administrator af installationen.',
    en: 'You are the first one here. Say who you are, and you become administrator of the installation.',
  },
  'start.name': { da: 'Navn', en: 'Name' },
  'start.claim': { da: 'Tag installationen i brug', en: 'Start using the installation' },
  'start.choiceTitle': { da: 'Ny alliance', en: 'New alliance' },
  'start.choiceLead': {
    da: 'Se først, hvordan en alliance kan se ud, eller begynd med din egen. Du kan altid gøre begge dele.',
    en: 'See first what an alliance can look like, or begin with your own. You can always do both.',
  },
  'start.example': { da: 'Prøv eksemplet', en: 'Try the example' },
  'start.exampleName': { da: 'Ungegarantien i Hjørring', en: 'Ungegarantien in Hjørring' },
  'start.exampleText': {
    da: 'En alliance med partnere, kontrakter, henvendelser, indikatorer og møder. Personer og virksomheder er opfundne. Den er mærket som eksempel og fjernes med ét klik.',
    en: 'An alliance with partners, contracts, enquiries, indicators and meetings. People and companies are invented. It is marked as an example and removed with one click.',
  },
  'start.loadExample': { da: 'Hent eksemplet', en: 'Load the example' },
  'start.loadingExample': { da: 'Henter eksemplet …', en: 'Loading the example …' },
  'start.empty': { da: 'Begynd med din egen', en: 'Begin with your own' },
  'start.emptyText': {
    da: 'Giv alliancen et navn. Det næste er at hente jeres partnerliste ind fra et regneark.',
    en: 'Give the alliance a name. The next thing is to bring in your list of partners from a spreadsheet.',
  },
  'start.allianceName': { da: 'Alliancens navn', en: 'Name of the alliance' },
  'start.allianceNameHint': {
    da: 'F.eks. »Ungegarantien i Hjørring«',
    en: 'For example “Ungegarantien i Hjørring”',
  },
  'start.purpose': { da: 'Formål', en: 'Purpose' },
  'start.purposeHint': {
    da: 'Hvad vil I opnå sammen? Et par linjer er nok; det kan rettes senere.',
    en: 'What do you want to achieve together? A few lines are enough; you can change them later.',
  },
  'start.create': { da: 'Opret alliancen', en: 'Create the alliance' },
  'start.home': { da: 'Dine alliancer', en: 'Your alliances' },
  'start.newAlliance': { da: 'Ny alliance', en: 'New alliance' },
  'start.none': { da: 'Du er endnu ikke med i en alliance', en: 'You do not take part in an alliance yet' },
  'start.noneHelp': {
    da: 'Bed sekretariatet i jeres alliance om at tilføje dig med den e-mailadresse, du er logget ind med.',
    en: 'Ask the secretariat of your alliance to add you with the e-mail address you are signed in with.',
  },
  'start.dueCount': {
    da: '{count, plural, =0 {Intet venter på dig} one {1 ting venter på dig} other {# ting venter på dig}}',
    en: '{count, plural, =0 {Nothing waits for you} one {1 thing waits for you} other {# things wait for you}}',
  },
  'start.outbox': { da: 'Udgående mails', en: 'Outgoing mails' },
  'start.outboxLead': {
    da: 'Installationen har ingen mailserver, så mails bliver vist her i stedet for at blive sendt. Ingen af dem har forladt installationen.',
    en: 'The installation has no mail server, so mails are shown here instead of being sent. None of them has left the installation.',
  },
  'start.outboxOff': {
    da: 'Installationen har en mailserver. Mails bliver sendt, og det ses på hver ting, hvordan det gik dem.',
    en: 'The installation has a mail server. Mails are sent, and each thing shows what became of its mails.',
  },
  'start.outboxEmpty': { da: 'Der er ingen mails endnu', en: 'There are no mails yet' },
  'start.outboxEmptyHelp': {
    da: 'Når I sender en kontrakt eller en påmindelse, kan mailen læses her.',
    en: 'When you send a contract or a reminder, its mail can be read here.',
  },
  'start.outboxTo': { da: 'Til', en: 'To' },
  'start.outboxHidden': {
    da: 'Mailen indeholder personoplysninger og vises derfor ikke her.',
    en: 'The mail holds person data and is therefore not shown here.',
  },
} satisfies Messages;
