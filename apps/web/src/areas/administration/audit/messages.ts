import type { Messages } from '../../../language/define-messages.js';

/** Texts of the installation's history and its anchors. */
export const messages = {
  'adminAudit.title': { da: 'Historik', en: 'History' },
  'adminAudit.lead': {
    da: 'Hvad der er sket i installationen selv: login, personer, indstillinger. Alliancernes historik er kun deres egen.',
    en: 'What happened in the installation itself: sign-ins, people, settings. The history of the alliances is theirs alone.',
  },
  'adminAudit.tabs': { da: 'Historikken', en: 'The history' },
  'adminAudit.events': { da: 'Hændelser', en: 'Events' },
  'adminAudit.anchors': { da: 'Forankring', en: 'Anchoring' },
  'adminAudit.anchorsLead': {
    da: 'Én gang i døgnet skrives det seneste segl for hver alliances historik ned uden for databasen. Ændrer nogen noget bagefter, selv med alle rettigheder, viser det sig. Kontrollér med kommandoen rygrad verify.',
    en: 'Once a day the latest seal of each alliance’s history is written down outside the database. If somebody changes anything later, even with all rights, it shows. Check with the command rygrad verify.',
  },
  'adminAudit.now': { da: 'Forankr nu', en: 'Anchor now' },
  'adminAudit.started': { da: 'Forankringen er sat i gang', en: 'Anchoring has begun' },
  'adminAudit.none': { da: 'Der er ikke forankret noget endnu', en: 'Nothing has been anchored yet' },
  'adminAudit.noneHelp': {
    da: 'Det sker af sig selv hvert døgn. Du kan også gøre det nu.',
    en: 'It happens by itself every day. You can also do it now.',
  },
  'adminAudit.at': { da: 'Tidspunkt', en: 'Time' },
  'adminAudit.file': { da: 'Fil', en: 'File' },
  'adminAudit.alliances': { da: 'Historikker', en: 'Histories' },
  'adminAudit.digest': { da: 'SHA-256', en: 'SHA-256' },
  'adminAudit.sentTo': { da: 'Sendt til', en: 'Sent to' },
  'adminAudit.fileOnly': { da: 'Kun filen', en: 'The file only' },
  'adminAudit.mailsSent': {
    da: '{count, plural, one {# mail} other {# mails}}: {state}',
    en: '{count, plural, one {# mail} other {# mails}}: {state}',
  },
  'adminAudit.mailState.sent': { da: 'sendt', en: 'sent' },
  'adminAudit.mailState.failed': { da: 'kunne ikke sendes', en: 'could not be sent' },
  'adminAudit.mailState.on_screen': { da: 'vist på skærmen', en: 'shown on screen' },
  'adminAudit.mailState.waiting': { da: 'på vej', en: 'on the way' },
  'adminAudit.webhookAnswer': { da: 'webhook: {answer}', en: 'webhook: {answer}' },
  'adminAudit.setting': { da: 'Hvor seglene sendes hen', en: 'Where the seals are sent' },
  'adminAudit.settingLead': {
    da: 'Filen ligger på den samme maskine. Send den også et sted hen, som de, der driver installationen, ikke kan ændre i.',
    en: 'The file lies on the same machine. Send it somewhere too that those who run the installation cannot change.',
  },
  'adminAudit.mailTo': { da: 'Mailadresser', en: 'Mail addresses' },
  'adminAudit.mailToHint': { da: 'Én på hver linje, højst ti', en: 'One on each line, at most ten' },
  'adminAudit.webhookUrl': { da: 'Webhook', en: 'Webhook' },
  'adminAudit.webhookHint': {
    da: 'En https-adresse, som får hver forankring som underskrevet besked',
    en: 'An https address that gets each anchor as a signed message',
  },
  'adminAudit.save': { da: 'Gem', en: 'Save' },
  'adminAudit.kept': { da: 'Indstillingen er gemt', en: 'The setting is saved' },
  'adminAudit.secret': { da: 'Hemmelig nøgle til webhooken', en: 'Secret of the webhook' },
} satisfies Messages;
