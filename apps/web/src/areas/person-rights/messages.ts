import type { Messages } from '../../language/define-messages.js';

/** Texts about handing out, erasing, and who has seen somebody's data. */
export const messages = {
  'rights.title': { da: 'Indsigt og sletning', en: 'Access and erasure' },
  'rights.open': {
    da: 'Indsigt, sletning og hvem der har set dette',
    en: 'Access, erasure and who has seen this',
  },
  'rights.lead': {
    da: 'Den unge kan altid få at vide, hvad der står, og hvem der har set det, og få det slettet.',
    en: 'The young person can always learn what is kept and who has seen it, and have it erased.',
  },
  'rights.seen': { da: 'Hvem har set dette?', en: 'Who has seen this?' },
  'rights.seenLead': {
    da: 'Hver gang nogen ser eller retter oplysningerne, skrives en linje her. Det gælder også dette besøg.',
    en: 'Each time somebody sees or changes the data, a line is written here. This visit is one of them.',
  },
  'rights.seenNone': { da: 'Ingen endnu.', en: 'Nobody yet.' },
  'rights.seenAt': { da: 'Hvornår', en: 'When' },
  'rights.seenWho': { da: 'Hvem', en: 'Who' },
  'rights.seenProduct': { da: 'Rygrad selv', en: 'Rygrad itself' },
  'rights.seenFor': { da: 'Fra', en: 'From' },
  'rights.seenWhy': { da: 'Hvorfor', en: 'Why' },
  'rights.seenMore': {
    da: 'Her ses de nyeste {shown, number} af {total, number}. Alle står i det, der udleveres.',
    en: 'These are the newest {shown, number} of {total, number}. All of them are in what is handed out.',
  },
  'rights.handOut': { da: 'Udlever oplysningerne', en: 'Hand out the data' },
  'rights.handOutLead': {
    da: 'Alt, hvad der er gemt, hvorfor, hvem der får det, hvor længe, og hvem der har set det. PDF’en er til personen selv, og JSON-filen er til andre systemer. ZIP-filen har begge dele og de dokumenter, personen er part i, for eksempel underskrevne aftaler. Udleveringen skrives i adgangsloggen.',
    en: 'Everything that is kept, why, who gets it, for how long, and who has seen it. The PDF is for the person, the JSON file is for other systems. The ZIP file has both and the documents the person is a party to, such as signed agreements. Handing out is written to the access log.',
  },
  'rights.handOutZip': { da: 'Hent alt med dokumenter (ZIP)', en: 'Download all with documents (ZIP)' },
  'rights.handOutPdf': { da: 'Hent som PDF', en: 'Download as PDF' },
  'rights.handOutJson': { da: 'Hent som JSON', en: 'Download as JSON' },
  'rights.erase': { da: 'Slet for altid', en: 'Erase for good' },
  'rights.eraseLead': {
    da: 'Når personen beder om det, eller når oplysningerne ikke skulle have været her. Du ser først præcis, hvad der forsvinder.',
    en: 'When the person asks for it, or when the data should not have been here. You first see exactly what goes.',
  },
  'rights.eraseBegin': { da: 'Se, hvad der slettes', en: 'See what is erased' },
  'rights.eraseNow': { da: 'Slet nu', en: 'Erase now' },
  'rights.eraseFinal': {
    da: '{name} slettes med det samme og kan ikke hentes tilbage, heller ikke fra en sikkerhedskopi.',
    en: '{name} is erased at once and cannot be brought back, not from a backup either.',
  },
  'rights.goes': { da: 'Det forsvinder', en: 'What goes' },
  'rights.goesRows': {
    da: '{what} ({rows, plural, one {# linje} other {# linjer}})',
    en: '{what} ({rows, plural, one {# row} other {# rows}})',
  },
  'rights.stays': { da: 'Det bliver', en: 'What stays' },
  'rights.erased': { da: 'Oplysningerne er slettet', en: 'The data has been erased' },
} satisfies Messages;
