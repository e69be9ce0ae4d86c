import type { Messages } from '../../language/define-messages.js';

/** Texts of an invitation, for whoever was invited. */
export const messages = {
  'invitation.title': { da: 'Invitation til {alliance}', en: 'Invitation to {alliance}' },
  'invitation.problem': { da: 'Invitation', en: 'Invitation' },
  'invitation.lead': {
    da: '{by} inviterer dig til at være {role, select, secretariat {en del af sekretariatet i} partner {partner i} caseworker {sagsbehandler i} member {medlem af} other {iagttager i}} {alliance}.',
    en: '{by} invites you to be {role, select, secretariat {part of the secretariat of} partner {a partner of} caseworker {a caseworker in} member {a member of} other {an observer of}} {alliance}.',
  },
  'invitation.leadNobody': {
    da: 'Du er inviteret til at være {role, select, secretariat {en del af sekretariatet i} partner {partner i} caseworker {sagsbehandler i} member {medlem af} other {iagttager i}} {alliance}.',
    en: 'You are invited to be {role, select, secretariat {part of the secretariat of} partner {a partner of} caseworker {a caseworker in} member {a member of} other {an observer of}} {alliance}.',
  },
  'invitation.onBehalf': { da: 'På vegne af', en: 'On behalf of' },
  'invitation.sentTo': { da: 'Sendt til', en: 'Sent to' },
  'invitation.until': { da: 'Gælder til', en: 'Valid until' },
  'invitation.means': { da: 'Det kan du', en: 'What you can do' },
  'invitation.can.secretariat': {
    da: 'Du driver alliancen: partnere, dagsorden, kontrakter, møder og målinger. Du ser tal, ikke unge.',
    en: 'You run the alliance: partners, agenda, contracts, meetings and measurement. You see figures, not young people.',
  },
  'invitation.can.partner': {
    da: 'Du ser din organisations kontrakt og de henvendelser, den har fået.',
    en: 'You see your organisation’s contract and the enquiries addressed to it.',
  },
  'invitation.can.caseworker': {
    da: 'Du registrerer unge, henvendelser og destinationer i din organisation.',
    en: 'You log young people, enquiries and destinations of your organisation.',
  },
  'invitation.can.member': {
    da: 'Du er med i styregruppen eller en arbejdsgruppe: møder, dagsorden, beslutninger og dine egne handlinger.',
    en: 'You take part in the steering group or a working group: meetings, agenda, decisions and your own actions.',
  },
  'invitation.can.observer': {
    da: 'Du læser dagsordenen, porteføljen, offentliggjorte indikatorer og hvad der sker i dem.',
    en: 'You read the agenda, the portfolio, published indicators and what happens in them.',
  },
  'invitation.name': { da: 'Dit navn', en: 'Your name' },
  'invitation.email': { da: 'Din e-mail', en: 'Your e-mail' },
  'invitation.accept': { da: 'Tag imod invitationen', en: 'Accept the invitation' },
  'invitation.acceptAs': { da: 'Tag imod som {name}', en: 'Accept as {name}' },
  'invitation.newAccount': {
    da: 'Du får en konto, som du logger ind på med din e-mail. Der er ingen adgangskode at huske.',
    en: 'You get an account that you sign in to with your e-mail. There is no password to remember.',
  },
  'invitation.hasAccount': {
    da: 'Du har en konto i forvejen. Rollen føjes til den, og så logger du ind, som du plejer.',
    en: 'You have an account already. The role is added to it, and then you sign in as usual.',
  },
  'invitation.asYou': {
    da: 'Du er logget ind som {name} ({email}).',
    en: 'You are signed in as {name} ({email}).',
  },
  'invitation.asOther': {
    da: 'Du er logget ind som {name} ({email}), og invitationen er til en anden adresse. Tager du imod her, får denne konto rollen, og sekretariatet kan se, hvilken adresse der blev brugt.',
    en: 'You are signed in as {name} ({email}), and the invitation is for another address. If you accept here, this account gets the role, and the secretariat sees which address was used.',
  },
  'invitation.other': { da: 'Log ud, og tag imod som en anden', en: 'Sign out and accept as somebody else' },
  'invitation.copied': {
    da: 'Linket viser ikke, hvem du er. Log ind, hvis du har en konto, eller bekræft din e-mail her.',
    en: 'The link does not say who you are. Sign in if you have an account, or confirm your e-mail here.',
  },
  'invitation.signIn': { da: 'Log ind', en: 'Sign in' },
  'invitation.sendCode': { da: 'Send kode', en: 'Send a code' },
  'invitation.codeSent': { da: 'Vi har sendt en kode til {email}.', en: 'We have sent a code to {email}.' },
  'invitation.code': { da: 'Kode på seks cifre', en: 'Code of six digits' },
  'invitation.otherEmail': { da: 'Brug en anden e-mail', en: 'Use another e-mail' },
  'invitation.joined': { da: 'Du er med i {alliance}', en: 'You take part in {alliance}' },
  'invitation.joinedLead': {
    da: 'Log ind med din e-mail for at komme videre.',
    en: 'Sign in with your e-mail to go on.',
  },
  'invitation.waiting': { da: 'Invitationer til dig', en: 'Invitations to you' },
  'invitation.waitingAs': {
    da: '{alliance}: {role, select, secretariat {sekretariat} partner {partner} caseworker {sagsbehandler} member {medlem} other {iagttager}}',
    en: '{alliance}: {role, select, secretariat {secretariat} partner {partner} caseworker {caseworker} member {member} other {observer}}',
  },
  'invitation.waitingFrom': { da: 'Fra {by}. Gælder til {date}.', en: 'From {by}. Valid until {date}.' },
} satisfies Messages;
