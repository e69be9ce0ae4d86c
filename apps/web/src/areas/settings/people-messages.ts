import type { Messages } from '../../language/define-messages.js';

/** Texts of inviting, resting, leaving and handing over. */
export const messages = {
  'people.invite': { da: 'Invitér person', en: 'Invite a person' },
  'people.members': { da: 'Med i alliancen', en: 'Taking part' },
  'people.name': { da: 'Navn', en: 'Name' },
  'people.email': { da: 'E-mail', en: 'E-mail' },
  'people.role': { da: 'Rolle', en: 'Role' },
  'people.organisation': { da: 'Organisation', en: 'Organisation' },
  'people.organisationHint': {
    da: 'Partnere og sagsbehandlere handler på vegne af en organisation.',
    en: 'Partners and caseworkers act on behalf of an organisation.',
  },
  'people.language': { da: 'Sprog i mails', en: 'Language of mails' },
  'people.state': { da: 'Adgang', en: 'Access' },
  'people.active': { da: 'Åben', en: 'Open' },
  'people.paused.person': { da: 'På pause', en: 'Paused' },
  'people.paused.organisation': { da: 'På pause med organisationen', en: 'Paused with the organisation' },
  'people.deactivated': { da: 'Lukket af administrator', en: 'Closed by administrator' },
  'people.partners': { da: 'Fast kontakt for', en: 'Contact owner of' },
  'people.partnerCount': {
    da: '{count, plural, one {# partner} other {# partnere}}',
    en: '{count, plural, one {# partner} other {# partners}}',
  },
  'people.actions': { da: 'Handlinger', en: 'Actions' },
  'people.none': { da: 'Her er ingen endnu', en: 'Nobody is here yet' },

  'people.pause': { da: 'Sæt på pause', en: 'Pause' },
  'people.pauseTitle': { da: 'Sæt adgangen for {name} på pause', en: 'Pause the access of {name}' },
  'people.pauseText': {
    da: '{name} kan ikke se alliancen som {role}, før pausen er slut. Rollen og det, personen har ansvar for, bliver stående.',
    en: '{name} does not see the alliance as {role} until the pause ends. The role and what the person is responsible for stay.',
  },
  'people.pauseOwned': {
    da: '{name} bliver ved med at være fast kontakt for {count, plural, one {# partner} other {# partnere}}. Overdrag dem, hvis en anden skal tage over imens.',
    en: '{name} remains contact owner of {count, plural, one {# partner} other {# partners}}. Hand them over if somebody else is to take over meanwhile.',
  },
  'people.pausedNow': { da: 'Adgangen er sat på pause', en: 'The access is paused' },
  'people.resume': { da: 'Slut pausen', en: 'End the pause' },
  'people.resumed': { da: '{name} har adgang igen', en: '{name} has access again' },
  'people.end': { da: 'Fjern adgang', en: 'Remove access' },
  'people.endTitle': { da: 'Fjern adgang for {name}', en: 'Remove access for {name}' },
  'people.endText': {
    da: '{name} kan ikke længere se alliancen som {role}. Det, personen har gjort, bliver stående i historikken.',
    en: '{name} no longer sees the alliance as {role}. What the person has done stays in the history.',
  },
  'people.endOwned': {
    da: '{name} er fast kontakt for {count, plural, one {# partner} other {# partnere}}. Er det personens sidste rolle her, står de uden fast kontakt bagefter. Overdrag dem først.',
    en: '{name} is contact owner of {count, plural, one {# partner} other {# partners}}. If this is the person’s last role here, they are left without contact owner. Hand them over first.',
  },
  'people.ended': { da: 'Adgangen er fjernet', en: 'Access is removed' },

  'people.handOver': { da: 'Overdrag partnere', en: 'Hand partners over' },
  'people.handOverTitle': { da: 'Overdrag partnere fra {name}', en: 'Hand over partners from {name}' },
  'people.handOverText': {
    da: '{name} er fast kontakt for {count, plural, one {# partner} other {# partnere}}. Begge får en mail om det.',
    en: '{name} is contact owner of {count, plural, one {# partner} other {# partners}}. Both get a mail about it.',
  },
  'people.handOverWhich': { da: 'Hvilke partnere?', en: 'Which partners?' },
  'people.handOverAll': { da: 'Alle', en: 'All of them' },
  'people.handOverOne': { da: 'Kun én', en: 'Only one' },
  'people.handOverPartner': { da: 'Partner', en: 'Partner' },
  'people.handOverTo': { da: 'Ny fast kontakt', en: 'New contact owner' },
  'people.handedOver': {
    da: '{count, plural, one {# partner} other {# partnere}} er overdraget til {name}',
    en: '{count, plural, one {# partner was} other {# partners were}} handed over to {name}',
  },
  'people.nobodyElse': {
    da: 'Der er ingen anden at overdrage til. Invitér en først.',
    en: 'There is nobody else to hand over to. Invite somebody first.',
  },

  'people.by': { da: 'Hvordan får personen invitationen?', en: 'How does the person get the invitation?' },
  'people.by.mail': { da: 'Med en mail herfra', en: 'By a mail from here' },
  'people.by.link': { da: 'Med et link, jeg selv sender', en: 'By a link that I send myself' },
  'people.byHint.mail': {
    da: 'Linket i mailen beviser adressen og gælder i {days} dage.',
    en: 'The link in the mail proves the address and is valid for {days} days.',
  },
  'people.byHint.link': {
    da: 'Linket gælder i {days} dage. Personen logger ind eller bekræfter sin e-mail, før invitationen kan tages imod.',
    en: 'The link is valid for {days} days. The person signs in or confirms their e-mail before they can accept.',
  },
  'people.invited': { da: '{name} er inviteret', en: '{name} is invited' },
  'people.linkTitle': { da: 'Link til invitationen', en: 'Link to the invitation' },
  'people.linkText': {
    da: 'Kopiér linket nu; det vises kun denne ene gang. Et tidligere link virker ikke længere. Den, der har linket, kan tage imod invitationen.',
    en: 'Copy the link now; it is shown this once only. An earlier link no longer works. Whoever has the link can accept the invitation.',
  },
  'people.link': { da: 'Link', en: 'Link' },
  'people.copy': { da: 'Kopiér', en: 'Copy' },
  'people.copied': { da: 'Linket er kopieret', en: 'The link is copied' },
  'people.done': { da: 'Færdig', en: 'Done' },

  'people.invitations': { da: 'Invitationer', en: 'Invitations' },
  'people.invitationsNone': { da: 'Ingen er inviteret endnu', en: 'Nobody has been invited yet' },
  'people.invitationsHelp': {
    da: 'Nye personer kommer med ved at tage imod en invitation.',
    en: 'New people join by accepting an invitation.',
  },
  'people.invitation.open': { da: 'Venter på svar', en: 'Waiting for an answer' },
  'people.invitation.expired': { da: 'Udløbet', en: 'Expired' },
  'people.invitation.accepted': { da: 'Taget imod', en: 'Accepted' },
  'people.invitation.withdrawn': { da: 'Trukket tilbage', en: 'Withdrawn' },
  'people.until': { da: 'Gælder til {date}', en: 'Valid until {date}' },
  'people.acceptedBy': { da: 'af {name} den {date}', en: 'by {name} on {date}' },
  'people.acceptedOn': { da: 'på adressen {email}', en: 'on the address {email}' },
  'people.how': { da: 'Sendt', en: 'Sent' },
  'people.howLink': { da: 'Med link', en: 'By link' },
  'people.howMail': {
    da: '{count, plural, one {# mail} other {# mails}}',
    en: '{count, plural, one {# mail} other {# mails}}',
  },
  'people.mail.pending': { da: 'på vej', en: 'on its way' },
  'people.mail.sending': { da: 'på vej', en: 'on its way' },
  'people.mail.sent': { da: 'sendt', en: 'sent' },
  'people.mail.uncertain': { da: 'uvist, om den kom frem', en: 'uncertain whether it arrived' },
  'people.mail.failed': { da: 'kunne ikke sendes', en: 'could not be sent' },
  'people.mail.on_screen': { da: 'ligger i udbakken', en: 'in the outbox' },
  'people.mail.dropped': { da: 'ikke sendt', en: 'not sent' },
  'people.resend': { da: 'Send igen', en: 'Send again' },
  'people.resent': {
    da: 'Invitationen er sendt igen til {name}',
    en: 'The invitation was sent again to {name}',
  },
  'people.newLink': { da: 'Nyt link', en: 'New link' },
  'people.withdraw': { da: 'Træk tilbage', en: 'Withdraw' },
  'people.withdrawTitle': {
    da: 'Træk invitationen til {name} tilbage',
    en: 'Withdraw the invitation to {name}',
  },
  'people.withdrawText': {
    da: 'Links til invitationen holder op med at virke med det samme. {name} får ikke besked.',
    en: 'Links to the invitation stop working at once. {name} is not told.',
  },
  'people.withdrawn': { da: 'Invitationen er trukket tilbage', en: 'The invitation is withdrawn' },

  'people.leave': { da: 'Forlad alliancen', en: 'Leave the alliance' },
  'people.leaveTitle': { da: 'Forlad {name}', en: 'Leave {name}' },
  'people.leaveText': {
    da: 'Alle dine roller i {name} ophører med det samme. Du kan kun komme tilbage, hvis sekretariatet inviterer dig igen. Det, du har gjort, bliver stående i historikken.',
    en: 'All your roles in {name} end at once. You can only come back if the secretariat invites you again. What you have done stays in the history.',
  },
  'people.leaveOwned': {
    da: 'Du er fast kontakt for {count, plural, one {# partner} other {# partnere}}. De skal overdrages til en anden, før du kan forlade alliancen.',
    en: 'You are contact owner of {count, plural, one {# partner} other {# partners}}. They must be handed over to somebody else before you can leave the alliance.',
  },
  'people.leaveLast': {
    da: 'Du er den sidste i sekretariatet. Invitér en anden, og vent til vedkommende er med, før du forlader alliancen.',
    en: 'You are the last one of the secretariat. Invite somebody else and wait until they take part before you leave the alliance.',
  },
  'people.left': { da: 'Du har forladt {name}', en: 'You have left {name}' },
} satisfies Messages;
