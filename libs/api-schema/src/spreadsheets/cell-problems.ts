/** What one cell's problem is called and how it is mended, in each language, with `{name}` placeholders. */
export type FindingCatalogue = Readonly<Record<string, { readonly da: string; readonly en: string }>>;

/** Why a cell cannot be read as what its column holds. */
export const cellProblems = {
  'date-impossible': {
    da: 'Datoen findes ikke. Den sidste dag i den måned er {last}.',
    en: 'There is no such date. The last day of that month is {last}.',
  },
  'date-month-first': {
    da: 'Der er ikke {month} måneder. Skriv dagen først: {suggestion}.',
    en: 'There are not {month} months. Write the day first: {suggestion}.',
  },
  'date-unreadable': {
    da: 'Det er ikke en dato. Skriv dag-måned-år, fx 31-12-2026.',
    en: 'That is not a date. Write day-month-year, such as 31-12-2026.',
  },
  'date-far-off': {
    da: 'Årstallet {year} kan ikke passe. Skriv året med fire cifre.',
    en: 'The year {year} cannot be right. Write the year with four digits.',
  },
  'number-unreadable': {
    da: 'Det er ikke et tal. Skriv et tal med komma, fx 1,5, eller lad feltet være tomt.',
    en: 'That is not a number. Write a number with a decimal comma, such as 1,5, or leave it blank.',
  },
  'number-range': {
    da: 'Tallet skal ligge mellem {min} og {max}.',
    en: 'The number must be between {min} and {max}.',
  },
  'yes-no-unreadable': {
    da: 'Skriv ja eller nej, eller lad feltet være tomt.',
    en: 'Write ja (yes) or nej (no), or leave it blank.',
  },
  'phone-unreadable': {
    da: 'Det er ikke et telefonnummer. Skriv otte cifre, eller + og landekode.',
    en: 'That is not a telephone number. Write eight digits, or + and the country code.',
  },
  'postal-code-unreadable': {
    da: 'Et dansk postnummer har fire cifre, fx 9800.',
    en: 'A Danish postal code has four digits, such as 9800.',
  },
  'email-unreadable': {
    da: 'Det er ikke en mailadresse. Skriv den som navn@virksomhed.dk, eller lad feltet være tomt.',
    en: 'That is not an e-mail address. Write it as name@company.dk, or leave it blank.',
  },
  'text-too-long': {
    da: 'Teksten er for lang. Den må højst være på {limit} tegn.',
    en: 'The text is too long. It may be at most {limit} characters.',
  },
} as const satisfies FindingCatalogue;

/** The code of a cell that cannot be read. */
export type CellProblemCode = keyof typeof cellProblems;
