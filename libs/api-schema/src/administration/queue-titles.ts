import type { InBothLanguages } from '../person-data/words.js';

/** What the jobs of a queue do, for whoever watches over them. A queue of a module gets its line here. */
export const queueTitles: Readonly<Record<string, InBothLanguages>> = {
  'alliances.read-import': { da: 'Læse partnerlister', en: 'Read partner lists' },
  'alliances.run-import': { da: 'Hente partnere ind', en: 'Import partners' },
  'alliances.undo-import': { da: 'Fortryde importer', en: 'Undo imports' },
  'measurements.fold': { da: 'Beregne indikatorer', en: 'Calculate indicators' },
  'participants.forget-cpr': { da: 'Slette gemte CPR-numre', en: 'Erase stored CPR numbers' },
  'partner-contracts.expire': { da: 'Lade kontrakter udløbe', en: 'Let contracts expire' },
  'partner-contracts.seal': { da: 'Forsegle kontrakter', en: 'Seal contracts' },
  'person-data.erase': { da: 'Slette personers oplysninger', en: 'Erase people’s data' },
  'person-data.journal': { da: 'Notere sletninger', en: 'Note erasures' },
  'person-data.retention': { da: 'Følge opbevaringsregler', en: 'Follow rules of retention' },
  'platform.anchor': { da: 'Forankre historikken', en: 'Anchor the history' },
  'platform.anchor-webhook': { da: 'Sende forankringer', en: 'Send anchors' },
  'platform.delivery': { da: 'Sende mails', en: 'Send mails' },
  'platform.delivery-clear': { da: 'Fjerne indhold af sendte mails', en: 'Clear the content of sent mails' },
  'platform.event': { da: 'Følge op på hændelser', en: 'Follow up on events' },
  'platform.history-check': { da: 'Kontrollere historikken', en: 'Check the history' },
  'platform.webhook': { da: 'Sende til webhooks', en: 'Send to webhooks' },
  'reminders.scan': { da: 'Finde, hvad der skal mindes om', en: 'Find what to remind of' },
};
