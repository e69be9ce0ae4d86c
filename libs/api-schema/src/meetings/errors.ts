import type { ErrorCatalogue } from '../catalogue.js';

/** What meetings may refuse, and how to mend it. */
export const meetingsErrors = {
  'meetings/ends-before-start': {
    status: 422,
    da: 'Mødet slutter, før det begynder. Ret sluttidspunktet.',
    en: 'The meeting ends before it starts. Correct the time it ends.',
  },
  'meetings/not-opened-yet': {
    status: 409,
    da: 'Mødet er ikke åbnet endnu. Mødelederen åbner det fra mødets side.',
    en: 'The meeting is not open yet. The chair opens it on the page of the meeting.',
  },
  'meetings/already-open': {
    status: 409,
    da: 'Mødet er allerede åbent. Gå ind i mødelokalet.',
    en: 'The meeting is open already. Go to the meeting room.',
  },
  'meetings/already-closed': {
    status: 409,
    da: 'Mødet er afsluttet. Mødelederen kan åbne det igen, indtil referatet er godkendt.',
    en: 'The meeting is closed. The chair can open it again until its minutes are approved.',
  },
  'meetings/minutes-are-approved': {
    status: 409,
    da: 'Referatet er godkendt og kan ikke ændres. Tag punktet op på næste møde.',
    en: 'The minutes are approved and cannot be changed. Bring it up at the next meeting.',
  },
  'meetings/only-chair': {
    status: 403,
    da: 'Det kan kun mødelederen eller sekretariatet gøre. Bed mødelederen om det.',
    en: 'Only the chair or the secretariat can do that. Ask the chair.',
  },
  'meetings/no-voice': {
    status: 403,
    da: 'Kun gruppens medlemmer svarer i en samtykkerunde. Bed sekretariatet om at gøre dig til medlem af gruppen.',
    en: 'Only members of the group answer in a consent round. Ask the secretariat to make you a member of the group.',
  },
  'meetings/already-waiting': {
    status: 409,
    da: 'Du står allerede på talerlisten.',
    en: 'You are in the speaker queue already.',
  },
  'meetings/not-waiting': {
    status: 409,
    da: 'Personen står ikke på talerlisten længere.',
    en: 'That person is no longer in the speaker queue.',
  },
  'meetings/not-speaking': {
    status: 409,
    da: 'Ingen har ordet lige nu.',
    en: 'Nobody is speaking right now.',
  },
  'meetings/not-your-proposal': {
    status: 403,
    da: 'Kun den, der stillede forslaget, eller mødelederen kan ændre det eller trække det tilbage.',
    en: 'Only the person who made the proposal, or the chair, can amend or withdraw it.',
  },
  'meetings/proposal-settled': {
    status: 409,
    da: 'Forslaget er afgjort eller trukket tilbage. Stil et nyt forslag.',
    en: 'The proposal is settled or withdrawn. Make a new proposal.',
  },
  'meetings/proposal-blocked': {
    status: 409,
    da: 'Der er indvendinger mod forslaget. Ret det, eller lad indvendingerne blive trukket tilbage, før en ny runde begynder.',
    en: 'There are objections to the proposal. Amend it, or have the objections withdrawn, before a new round starts.',
  },
  'meetings/round-is-open': {
    status: 409,
    da: 'En samtykkerunde er i gang. Afslut den først.',
    en: 'A consent round is running. Close it first.',
  },
  'meetings/round-is-closed': {
    status: 409,
    da: 'Samtykkerunden er afsluttet. Bed mødelederen om en ny runde, hvis du vil svare.',
    en: 'The consent round is closed. Ask the chair for a new round if you want to answer.',
  },
  'meetings/nobody-to-ask': {
    status: 409,
    da: 'Ingen af gruppens medlemmer er til stede. Runden kan begynde, når mindst ét medlem er kommet.',
    en: 'No member of the group is present. The round can start once at least one member has arrived.',
  },
  'meetings/reason-needed': {
    status: 422,
    da: 'En indvending skal begrundes. Skriv, hvad der skader fælles mål.',
    en: 'An objection needs a reason. Write what harms the common aim.',
  },
  'meetings/answers-missing': {
    status: 409,
    da: 'Der mangler svar fra {count} af de tilstedeværende. Vent på svar, eller afslut runden uden dem.',
    en: 'Answers are missing from {count} of those present. Wait for them, or close the round without them.',
  },
  'meetings/no-answers': {
    status: 409,
    da: 'Ingen har svaret endnu. En runde uden svar giver ingen beslutning.',
    en: 'Nobody has answered yet. A round without answers makes no decision.',
  },
  'meetings/no-objection-of-yours': {
    status: 409,
    da: 'Du har ingen indvending i den runde, som kan trækkes tilbage.',
    en: 'You have no objection in that round to withdraw.',
  },
  'meetings/owner-unknown': {
    status: 422,
    da: 'Den ansvarlige er ikke med i alliancen. Vælg en person fra listen.',
    en: 'The owner does not belong to the alliance. Choose a person from the list.',
  },
  'meetings/action-is-done': {
    status: 409,
    da: 'Handlingen er allerede markeret som udført.',
    en: 'The action is marked as done already.',
  },
  'meetings/action-is-open': {
    status: 409,
    da: 'Handlingen er allerede åben.',
    en: 'The action is open already.',
  },
  'meetings/not-your-action': {
    status: 403,
    da: 'Kun den ansvarlige, mødelederen eller sekretariatet kan markere handlingen.',
    en: 'Only its owner, the chair or the secretariat can mark the action.',
  },
  'meetings/order-incomplete': {
    status: 422,
    da: 'Rækkefølgen skal nævne alle mødets punkter præcis én gang. Hent dagsordenen igen.',
    en: 'The order must name every item of the meeting exactly once. Load the agenda again.',
  },
  'meetings/item-in-use': {
    status: 409,
    da: 'Punktet har noter, forslag eller handlinger og kan ikke slettes.',
    en: 'The item has notes, proposals or actions and cannot be deleted.',
  },
  'meetings/member-unknown': {
    status: 422,
    da: 'En af personerne er ikke med i alliancen. Tilføj personen til alliancen først.',
    en: 'One of the people does not belong to the alliance. Add the person to the alliance first.',
  },
  'meetings/group-name-taken': {
    status: 409,
    da: 'Der er allerede en gruppe med det navn. Vælg et andet navn.',
    en: 'There is already a group with that name. Choose another name.',
  },
} as const satisfies ErrorCatalogue;
