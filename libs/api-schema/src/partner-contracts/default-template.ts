import type { ContractTemplateText } from './schemas.js';

/**
 * The text a new template starts from: the commitments of Ungegarantien's guarantee contract as its public
 * pages describe them, to be rewritten together with the companies.
 */
export const defaultContractTemplate: ContractTemplateText = {
  title: { da: 'Partnerskabsaftale om {alliance}', en: 'Partnership agreement on {alliance}' },
  body: {
    da: `# Hvorfor
Alle unge skal kunne komme i gang med job eller uddannelse. Det kan ingen af os klare alene. Med denne aftale lover {partner} at være en dør, der åbner, når en ung banker på.

# Hvad vi aftaler
Virksomheden påtager sig de tre faste løfter og de frivillige løfter, den selv vælger, med det antal den selv angiver.

# Når en ung henvender sig
Virksomheden svarer senest {responseDays} dage efter henvendelsen. Har virksomheden ikke selv en plads, giver den den unge videre til en anden virksomhed, skolens praktikkoordinator eller en virksomhedskonsulent, som tager over. Ingen bliver sluppet.

# Hvad virksomheden får
- Én fast kontaktperson i kommunen, som hjælper med det praktiske.
- Overblik over, hvad virksomhedens løfter har ført til.
- Et fællesskab med de andre garantipartnere.

# Løbetid og ændringer
Aftalen løber i {termMonths} måneder fra den dag, sekretariatet har medunderskrevet. Inden den udløber, taler vi om en ny. Begge parter kan opsige aftalen skriftligt med en måneds varsel. Løfterne kan ændres, når vi er enige om det; en ændring er en ny aftale.

# Persondata
Virksomheden modtager kun de oplysninger om den unge, som den unge har sagt ja til at dele, og bruger dem kun til at svare på henvendelsen.

# Sprog
Er der forskel på den danske og den engelske tekst, gælder den danske.`,
    en: `# Why
Every young person should be able to get started in a job or in education. None of us can do that alone. With this agreement {partner} promises to be a door that opens when a young person knocks.

# What we agree
The company takes on the three fixed commitments and the optional commitments it chooses itself, in the number it states itself.

# When a young person makes contact
The company answers no later than {responseDays} days after the enquiry. If the company has no place itself, it hands the young person on to another company, the school's internship coordinator or a business consultant who takes over. Nobody is dropped.

# What the company gets
- One permanent contact person in the municipality who helps with the practical side.
- An overview of what the company's commitments have led to.
- A community with the other guarantee partners.

# Term and changes
The agreement runs for {termMonths} months from the day the secretariat has counter-signed. Before it expires we talk about a new one. Either party may end the agreement in writing with one month's notice. Commitments may be changed when we agree on it; a change is a new agreement.

# Personal data
The company receives only what the young person has agreed to share, and uses it only to answer the enquiry.

# Language
If the Danish and the English text differ, the Danish one applies.`,
  },
  mandatory: [
    {
      key: 'help-everyone',
      text: {
        da: 'Hjælpe enhver ung, der henvender sig, videre mod job eller uddannelse',
        en: 'Help every young person who makes contact on towards a job or education',
      },
    },
    {
      key: 'vulnerable-youth',
      text: {
        da: 'Tage imod unge i udsatte positioner i rimeligt omfang',
        en: 'Take in vulnerable young people to a reasonable extent',
      },
    },
    {
      key: 'ambassador',
      text: {
        da: 'Være ambassadør for {alliance} over for andre virksomheder',
        en: 'Be an ambassador for {alliance} towards other companies',
      },
    },
  ],
  optional: [
    optional('apprenticeship', 'Lærling eller elev', 'Apprentice or trainee', 'places'),
    optional('intro-job', 'Introjob', 'Introductory job', 'places'),
    optional('leisure-job', 'Fritidsjob', 'Leisure-time job', 'places'),
    optional('small-job', 'Småjob', 'Small job', 'places'),
    optional(
      'school-work-experience',
      'Erhvervspraktik for skoleelever',
      'Work experience for pupils',
      'places',
    ),
    optional('company-placement', 'Virksomhedspraktik', 'Company placement', 'places'),
    optional('wage-subsidy', 'Løntilskud', 'Job with wage subsidy', 'places'),
    optional('mentor', 'Mentor for en ung', 'Mentor for a young person', 'people'),
    optional('visit-school', 'Virksomheden besøger en skole', 'The company visits a school', 'times'),
    optional('class-visit', 'Klasser besøger virksomheden', 'Classes visit the company', 'times'),
    optional(
      'youth-fair',
      'Deltage i uddannelses- og jobmesser',
      'Take part in education and job fairs',
      'times',
    ),
  ],
  termMonths: 24,
  responseDays: 5,
};

function optional(
  key: string,
  da: string,
  en: string,
  unit: 'places' | 'people' | 'times',
): ContractTemplateText['optional'][number] {
  return { key, text: { da, en }, unit };
}
