import { roleTitles } from '#libs/api-schema';
import type { Messages } from '../../language/define-messages.js';

/** Texts of the settings. */
export const messages = {
  'settings.title': { da: 'Indstillinger', en: 'Settings' },
  'settings.parts': { da: 'Sider i indstillingerne', en: 'Pages of the settings' },
  'settings.general': { da: 'Generelt', en: 'General' },
  'settings.access': { da: 'Adgang', en: 'Access' },
  'settings.links': { da: 'Links uden konto', en: 'Links without account' },
  'settings.tabs': { da: 'Dele af indstillingerne', en: 'Parts of the settings' },
  'settings.own': { da: 'Din konto', en: 'Your account' },
  'settings.ownLead': {
    da: 'Alliancens oplysninger og personer rettes af sekretariatet. Det, der er dit eget, står på din konto: navn, sprog, mailadresser, login, og hvordan du forlader en alliance.',
    en: 'The secretariat changes the particulars and people of the alliance. What is your own stands on your account: name, language, addresses, sign-in, and how to leave an alliance.',
  },
  'settings.role.secretariat': roleTitles.secretariat,
  'settings.role.partner': roleTitles.partner,
  'settings.role.caseworker': roleTitles.caseworker,
  'settings.role.member': roleTitles.member,
  'settings.role.observer': roleTitles.observer,
  'settings.roleHint.secretariat': {
    da: 'Driver alliancen: partnere, dagsorden, kontrakter, møder og målinger. Ser tal, ikke unge.',
    en: 'Runs the alliance: partners, agenda, contracts, meetings and measurement. Sees figures, not young people.',
  },
  'settings.roleHint.partner': {
    da: 'Ser sin egen organisations kontrakt og de henvendelser, den har fået.',
    en: 'Sees the own organisation’s contract and the enquiries addressed to it.',
  },
  'settings.roleHint.caseworker': {
    da: 'Registrerer unge, henvendelser og destinationer i sin egen organisation.',
    en: 'Logs young people, enquiries and destinations of the own organisation.',
  },
  'settings.roleHint.member': {
    da: 'Styregruppe eller arbejdsgruppe: møder, dagsorden, beslutninger og egne handlinger.',
    en: 'Steering or working group: meetings, agenda, decisions and own actions.',
  },
  'settings.roleHint.observer': {
    da: 'Læser dagsordenen, porteføljen og offentliggjorte indikatorer.',
    en: 'Reads the agenda, the portfolio and published indicators.',
  },
  'settings.people': { da: 'Personer', en: 'People' },
  'settings.alliance': { da: 'Alliancen', en: 'The alliance' },
  'settings.allianceName': { da: 'Navn', en: 'Name' },
  'settings.purpose': { da: 'Formål', en: 'Purpose' },
  'settings.horizonFrom': { da: 'Begynder', en: 'Begins' },
  'settings.horizonTo': { da: 'Slutter', en: 'Ends' },
  'settings.saved': { da: 'Alliancens oplysninger er gemt', en: 'The alliance’s particulars are saved' },
  'settings.example': { da: 'Eksempel', en: 'Example' },
  'settings.exampleText': {
    da: 'Denne alliance er et eksempel. Du kan fjerne den, når du ikke har brug for den mere. Den kommer ikke igen af sig selv.',
    en: 'This alliance is an example. You can remove it when you no longer need it. It does not come back by itself.',
  },
  'settings.removeExample': { da: 'Fjern eksemplet', en: 'Remove the example' },
  'settings.removeExampleText': {
    da: 'Alliancen {name} og alt i den fjernes: partnere, kontrakter, henvendelser, unge, indikatorer og møder. Jeres egne alliancer røres ikke. Det kan ikke fortrydes, men eksemplet kan hentes igen.',
    en: 'The alliance {name} and everything in it is removed: partners, contracts, enquiries, young people, indicators and meetings. Your own alliances are not touched. This cannot be undone, but the example can be loaded again.',
  },
} satisfies Messages;
