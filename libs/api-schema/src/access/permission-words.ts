/** The same words in both languages. */
export interface PermissionWords {
  readonly da: string;
  readonly en: string;
}

/** What can be done to a thing, as the middle of a sentence: »kan se«. */
export const actionWords: Readonly<Record<string, PermissionWords>> = {
  manage: { da: 'se og ændre alt', en: 'see and change everything' },
  read: { da: 'se', en: 'see' },
  create: { da: 'oprette', en: 'create' },
  update: { da: 'ændre', en: 'change' },
  delete: { da: 'slette', en: 'delete' },
  export: { da: 'hente som fil', en: 'take out as a file' },
  answer: { da: 'svare', en: 'answer' },
  report: { da: 'indberette tal', en: 'report figures' },
  attend: { da: 'deltage', en: 'take part' },
  chair: { da: 'lede', en: 'chair' },
  mark: { da: 'melde udført', en: 'report done' },
  follow: { da: 'følge op', en: 'follow up' },
  verify: { da: 'efterprøve', en: 'verify' },
};

/** A kind of thing; `note` says what the rows themselves decide, when not everything of it is open. */
export interface SubjectWords extends PermissionWords {
  readonly note?: PermissionWords;
}

/** The kinds of things that policies speak of, in the order of the navigation. */
export const subjectWords: Readonly<Record<string, SubjectWords>> = {
  Overview: { da: 'Overblik', en: 'Overview' },
  Alliance: { da: 'Alliancens navn og formål', en: 'Name and purpose of the alliance' },
  Agenda: { da: 'Fælles dagsorden', en: 'Shared agenda' },
  AgendaAnswer: { da: 'Svar på dagsordenen', en: 'Answers to the agenda' },
  Partner: { da: 'Partnere', en: 'Partners' },
  PartnerImport: { da: 'Import af partnere', en: 'Import of partners' },
  Contract: { da: 'Kontrakter', en: 'Contracts' },
  ContractTemplate: { da: 'Kontraktskabeloner', en: 'Contract templates' },
  Enquiry: { da: 'Henvendelser (uden navne)', en: 'Enquiries (without names)' },
  EnquiryPerson: {
    da: 'Den unge bag en henvendelse',
    en: 'The young person behind an enquiry',
    note: {
      da: 'En partner ser kun fornavn, alder, ønske og den kontaktvej, den unge har sagt ja til, og kun så længe henvendelsen ligger hos partneren.',
      en: 'A partner sees first name, age, wish and the contact consented to only, and only while it holds the enquiry.',
    },
  },
  EnquirySetting: { da: 'Frister for henvendelser', en: 'Time limits of enquiries' },
  Promise: { da: 'Holdte løfter', en: 'Promises kept' },
  Participant: { da: 'Unge', en: 'Young people' },
  ParticipantSetting: { da: 'Indstillinger for unge', en: 'Settings for young people' },
  DestinationType: { da: 'Typer af destinationer', en: 'Types of destination' },
  Indicator: { da: 'Indikatorer', en: 'Indicators' },
  DisclosureRule: { da: 'Regler for små tal', en: 'Rules for small numbers' },
  Initiative: { da: 'Portefølje af indsatser', en: 'Portfolio of initiatives' },
  Meeting: {
    da: 'Møder',
    en: 'Meetings',
    note: {
      da: 'Kun møder i de grupper, personen er medlem af, og møder, som personen leder.',
      en: 'Only meetings of the groups the person is a member of, and meetings the person chairs.',
    },
  },
  MeetingGroup: {
    da: 'Grupper, der mødes',
    en: 'Groups that meet',
    note: { da: 'Kun de grupper, personen er medlem af.', en: 'Only the groups the person is a member of.' },
  },
  MeetingAction: {
    da: 'Handlinger fra møder',
    en: 'Actions from meetings',
    note: {
      da: 'Kun handlinger fra egne gruppers møder, og dem, personen selv har ansvaret for.',
      en: 'Only actions from meetings of the own groups, and those the person is responsible for.',
    },
  },
  Reminder: { da: 'Påmindelser', en: 'Reminders' },
  ReminderRule: { da: 'Regler for påmindelser', en: 'Rules for reminders' },
  Delivery: { da: 'Sendte mails', en: 'Mails sent' },
  Link: { da: 'Links uden konto', en: 'Links without account' },
  Audit: {
    da: 'Historik',
    en: 'History',
    note: {
      da: 'Kun de hændelser, som rollen må kende til, og kun om det, som personen må se.',
      en: 'Only the events that the role may know of, and only about what the person may see.',
    },
  },
  Member: { da: 'Personer i alliancen', en: 'People of the alliance' },
  AccessView: { da: 'Hvem der må hvad', en: 'Who may do what' },
  PersonData: {
    da: 'Udlevering og sletning af persondata',
    en: 'Handing out and erasing personal data',
    note: {
      da: 'Sagsbehandlere for unge i deres egen organisation, sekretariatet for kontaktpersoner.',
      en: 'Caseworkers for young people of their own organisation, the secretariat for contact persons.',
    },
  },
  RetentionRule: { da: 'Regler for sletning', en: 'Rules of retention' },
  Webhook: { da: 'Webhooks', en: 'Webhooks' },
  ApiToken: { da: 'API-nøgler', en: 'API tokens' },
};

const own: PermissionWords = { da: 'kun {organisations}', en: 'only {organisations}' };

/**
 * What limits a permission, by column: `Subject.column`, or `Subject.column=value` where the value matters.
 * `{organisations}` is filled with names.
 */
export const conditionWords: Readonly<Record<string, PermissionWords>> = {
  'AgendaAnswer.organisation_id': { da: 'på vegne af {organisations}', en: 'on behalf of {organisations}' },
  'Agenda.state': { da: 'kun vedtagne udgaver', en: 'adopted versions only' },
  'Partner.id': own,
  'Contract.organisation_id': own,
  'Contract.status': { da: 'ikke kladder', en: 'no drafts' },
  'Enquiry.case_organisation_id': {
    da: 'for unge hos {organisations}',
    en: 'for young people of {organisations}',
  },
  'Enquiry.partner_organisation_id': { da: 'stilet til {organisations}', en: 'addressed to {organisations}' },
  'Enquiry.holder_organisation_id': {
    da: 'som ligger hos {organisations}',
    en: 'that {organisations} holds',
  },
  'Enquiry.handed_on_by_organisation_id': {
    da: 'som {organisations} har givet videre',
    en: 'that {organisations} handed on',
  },
  'EnquiryPerson.case_organisation_id': {
    da: 'unge hos {organisations}',
    en: 'young people of {organisations}',
  },
  'EnquiryPerson.holder_organisation_id': {
    da: 'når henvendelsen ligger hos {organisations}',
    en: 'while {organisations} holds the enquiry',
  },
  'EnquiryPerson.channel=direct': {
    da: 'henvendelser, som den unge selv har sendt',
    en: 'enquiries that the young person sent in person',
  },
  'Promise.organisation_id': own,
  'Participant.organisation_id': { da: 'unge hos {organisations}', en: 'young people of {organisations}' },
  'Indicator.published': { da: 'de offentliggjorte', en: 'the published ones' },
  'Indicator.responsible_organisation_id': {
    da: 'dem, {organisations} har ansvaret for',
    en: 'those {organisations} is responsible for',
  },
  'Initiative.responsible_organisation_id': {
    da: 'dem, {organisations} har ansvaret for',
    en: 'those {organisations} is responsible for',
  },
  'Meeting.chair_id': { da: 'dem, personen er mødeleder for', en: 'those the person chairs' },
  'MeetingAction.owner_id': { da: 'personens egne', en: 'the person’s own' },
  'Reminder.person_id': { da: 'personens egne', en: 'the person’s own' },
  'Reminder.recipient_email': { da: 'sendt til personens e-mail', en: 'sent to the person’s e-mail' },
  'Delivery.about_kind=enquiry': { da: 'kun om henvendelser', en: 'about enquiries only' },
  'Link.purpose=contract': { da: 'til kontrakter', en: 'to contracts' },
  'Link.purpose=enquiry,hand-on': { da: 'til henvendelser', en: 'to enquiries' },
  'Link.purpose=enquiry-withdrawal': {
    da: 'den unges eget link, uden adressen',
    en: 'the young person’s own link, without its address',
  },
  'Link.purpose=action': { da: 'til handlinger', en: 'to actions' },
  'AccessView.person_id': { da: 'sin egen adgang', en: 'the person’s own access' },
  'ApiToken.person_id': { da: 'personens egne', en: 'the person’s own' },
};
