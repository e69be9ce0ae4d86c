import type { ErrorCatalogue } from '../catalogue.js';

/** Failures of alliances, partners and their import. */
export const alliancesErrors = {
  'alliances/may-not-create': {
    status: 403,
    da: 'Kun en administrator eller en, der er sekretariat i en alliance, kan oprette en ny. Bed administratoren om hjælp.',
    en: 'Only an administrator, or somebody who is secretariat of an alliance, can create one. Ask the administrator for help.',
  },
  'alliances/example-exists': {
    status: 409,
    da: 'Eksempelalliancen er hentet i forvejen. Find den i listen over alliancer, eller fjern den først.',
    en: 'The example alliance has been loaded already. Find it in the list of alliances, or remove it first.',
  },
  'alliances/not-an-example': {
    status: 409,
    da: 'Alliancen er ikke et eksempel og kan ikke fjernes sådan. Kun eksempelalliancen kan fjernes med ét klik.',
    en: 'The alliance is not an example and cannot be removed like this. Only the example alliance goes with one click.',
  },
  'alliances/slug-taken': {
    status: 409,
    da: 'Adressen »{slug}« bruges af en anden alliance. Vælg et andet navn eller en anden adresse.',
    en: 'The address “{slug}” is used by another alliance. Choose another name or another address.',
  },
  'alliances/horizon-backwards': {
    status: 422,
    da: 'Alliancens slutdato ligger før startdatoen. Ret en af dem.',
    en: 'The alliance ends before it begins. Correct one of the dates.',
  },
  'alliances/cvr-invalid': {
    status: 422,
    da: 'CVR-nummeret findes ikke: cifrene passer ikke sammen. Slå det op på virk.dk, eller lad feltet være tomt.',
    en: 'There is no such CVR number: its digits do not add up. Look it up at virk.dk, or leave it blank.',
  },
  'alliances/cvr-taken': {
    status: 409,
    da: '{name} har allerede CVR-nummer {cvr} i alliancen. Redigér den partner i stedet, eller ret nummeret.',
    en: '{name} already has CVR number {cvr} in the alliance. Edit that partner instead, or correct the number.',
  },
  'alliances/contact-owner-unknown': {
    status: 422,
    da: 'Den faste kontaktperson er ikke med i alliancen. Vælg en, der er.',
    en: 'The contact owner does not take part in the alliance. Choose somebody who does.',
  },
  'alliances/contact-owner-role': {
    status: 422,
    da: '{name} kan ikke være fast kontakt. Vælg en fra sekretariatet eller en sagsbehandler.',
    en: '{name} cannot be contact owner. Choose somebody of the secretariat or a caseworker.',
  },
  'alliances/contact-unknown': {
    status: 422,
    da: 'En af kontaktpersonerne hører ikke til partneren. Hent siden igen.',
    en: 'One of the contact persons does not belong to the partner. Load the page again.',
  },
  'alliances/two-primary-contacts': {
    status: 422,
    da: 'Kun én kontaktperson kan være den primære. Vælg én.',
    en: 'Only one contact person can be the primary one. Choose one.',
  },
  'alliances/membership-unchanged': {
    status: 409,
    da: 'Partnerens medlemskab har allerede den status. Hent siden igen.',
    en: 'The partner’s membership already has that status. Load the page again.',
  },
  'alliances/membership-not-possible': {
    status: 409,
    da: 'En partner, der er trådt ud, kan ikke sættes på pause. Lad den træde ind igen først.',
    en: 'A partner that has left cannot be paused. Let it join again first.',
  },
  'alliances/membership-before-last': {
    status: 422,
    da: 'Datoen ligger før partnerens seneste ændring ({since}). Vælg den dag eller en senere.',
    en: 'The date is before the partner’s latest change ({since}). Choose that day or a later one.',
  },
  'alliances/membership-in-future': {
    status: 422,
    da: 'Datoen ligger i fremtiden. Vælg i dag eller en tidligere dag.',
    en: 'The date is in the future. Choose today or an earlier day.',
  },
  'alliances/role-needs-organisation': {
    status: 422,
    da: 'Vælg den organisation, som personen handler på vegne af.',
    en: 'Choose the organisation on whose behalf the person acts.',
  },
  'alliances/role-not-for-kind': {
    status: 422,
    da: '{name} er en virksomhed og kan ikke have sagsbehandlere. Det kan fx kommuner og skoler. Vælg en anden organisation eller rollen partner.',
    en: '{name} is a company and cannot have caseworkers. Municipalities and schools can, among others. Choose another organisation, or the role of partner.',
  },
  'alliances/member-has-role': {
    status: 409,
    da: 'Personen har allerede den rolle i alliancen.',
    en: 'The person already has that role in the alliance.',
  },
  'alliances/last-secretariat': {
    status: 409,
    da: 'En alliance skal have mindst én i sekretariatet. Tilføj en anden først.',
    en: 'An alliance needs at least one person in its secretariat. Add another one first.',
  },
  'alliances/file-needed': {
    status: 422,
    da: 'Der fulgte ingen fil med. Vælg en CSV- eller Excel-fil.',
    en: 'No file came with it. Choose a CSV or Excel file.',
  },
  'alliances/import-holds-cpr': {
    status: 422,
    da: 'Listen har CPR-numre i række {lines}. Filen er ikke gemt. Fjern numrene, og læg listen op igen.',
    en: 'The list has CPR numbers in row {lines}. The file was not kept. Remove the numbers and upload the list again.',
  },
  'alliances/import-not-in-preview': {
    status: 409,
    da: 'Importen kan ikke ændres, for den er allerede i gang, gennemført eller fortrudt.',
    en: 'The import cannot be changed: it is under way, carried out or undone already.',
  },
  'alliances/import-column-unknown': {
    status: 422,
    da: 'Filen har ikke den kolonne. Vælg en af filens kolonner.',
    en: 'The file has no such column. Choose one of its columns.',
  },
  'alliances/import-column-twice': {
    status: 422,
    da: 'En kolonne kan kun bruges til ét felt. Vælg en anden til et af dem.',
    en: 'A column can only be used for one field. Choose another one for one of them.',
  },
  'alliances/import-has-problems': {
    status: 409,
    da: '{count} rækker har problemer. Ret dem, spring dem over, eller vælg at udelade dem.',
    en: '{count} rows have problems. Mend them, skip them, or choose to leave them out.',
  },
  'alliances/import-nothing-to-do': {
    status: 409,
    da: 'Der er ingen rækker at importere. Ret rækkerne med problemer, eller vælg en anden fil.',
    en: 'There are no rows to import. Mend the rows with problems, or choose another file.',
  },
  'alliances/import-failed': {
    status: 500,
    da: 'Importen blev afbrudt, og intet blev gemt. Prøv igen.',
    en: 'The import was interrupted and nothing was saved. Try again.',
  },
  'alliances/import-not-undoable': {
    status: 409,
    da: 'Kun en gennemført import kan fortrydes.',
    en: 'Only an import that was carried out can be undone.',
  },
} as const satisfies ErrorCatalogue;
