/** An invented company of an example alliance. */
export interface ExampleCompany {
  readonly name: string;
  readonly cvr: string;
  readonly sector: string;
  readonly industryCode: string;
  readonly address: string;
  readonly postalCode: string;
  readonly city: string;
  readonly employees: string;
  readonly contactName: string;
  readonly email: string;
}

const trades = [
  ['Tømrer', 'Byggeri', '43.32.00'],
  ['Bageri', 'Fødevarer', '10.71.20'],
  ['Autoværksted', 'Handel', '45.20.10'],
  ['Plejehjem', 'Omsorg', '87.30.10'],
  ['Maskinværksted', 'Industri', '25.62.00'],
  ['Vognmandsforretning', 'Transport', '49.41.00'],
  ['Gartneri', 'Landbrug', '01.19.00'],
  ['Børnehus', 'Omsorg', '88.91.20'],
  ['Murerfirma', 'Byggeri', '43.39.10'],
  ['Softwarehus', 'IT', '62.01.00'],
  ['Kro', 'Turisme', '56.10.10'],
  ['Rengøring', 'Service', '81.21.10'],
  ['El', 'Byggeri', '43.21.00'],
  ['Købmandsgård', 'Handel', '47.11.10'],
  ['Fiskeeksport', 'Fødevarer', '46.38.10'],
  ['Møbelfabrik', 'Industri', '31.09.00'],
  ['Revision', 'Rådgivning', '69.20.00'],
  ['Campingplads', 'Turisme', '55.30.00'],
] as const;

const towns = [
  ['9800', 'Hjørring'],
  ['9850', 'Hirtshals'],
  ['9760', 'Vrå'],
  ['9870', 'Sindal'],
  ['9480', 'Løkken'],
  ['9830', 'Tårs'],
] as const;

const families = [
  'Ærtebjerg',
  'Østvig',
  'Åkjær',
  'Bundsgaard',
  'Thorndal',
  'Kærsig',
  'Lyngvang',
  'Skovbjerg',
  'Hedelund',
  'Vadsholt',
  'Nørbæk',
  'Rødkær',
  'Sønderup',
  'Tversted',
  'Holtegaard',
  'Klitmøller',
  'Mosbæk',
  'Ravnsborg',
  'Strandby',
  'Uggerhøj',
  'Vestergren',
  'Brinkvad',
  'Dalsgård',
] as const;
const given = [
  'Birthe',
  'Anders',
  'Zeynep',
  'Søren',
  'Åse',
  'Niels',
  'Freja',
  'Łukasz',
  'Karen',
  'Oskar',
  'Maja',
  'Ærling',
] as const;
const streets = ['Østergade', 'Nørregade', 'Havnegade', 'Industrivej', 'Læsøvej', 'Åvej'] as const;
const sizes = ['1-9', '10-49', '50-249', '250+'] as const;
const weights = [2, 7, 6, 5, 4, 3, 2] as const;

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** An invented number that satisfies modulus 11, as CVR numbers do. */
function inventCvr(random: () => number): string {
  for (;;) {
    const digits = String(Math.floor(1_000_000 + random() * 8_999_999));
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return digits + String(check);
  }
}

/** Invented companies around Hjørring; the same every time for the same random numbers. */
export function inventCompanies(count: number, random: () => number): ExampleCompany[] {
  return Array.from({ length: count }, (_, index) => {
    const [trade, sector, industryCode] = trades[index % trades.length] ?? trades[0];
    // 18 trades and 23 families share no factor: no name comes twice within 414 companies.
    const family = families[index % families.length] ?? families[0];
    const first = pick(given, random);
    const [postalCode, city] = pick(towns, random);
    return {
      name: `${family}s ${trade}`,
      cvr: inventCvr(random),
      sector,
      industryCode,
      address: `${pick(streets, random)} ${String(1 + Math.floor(random() * 180))}`,
      postalCode,
      city,
      employees: pick(sizes, random),
      contactName: `${first} ${family}`,
      email: `kontakt${String(index)}@eksempel${String(index)}.example`,
    };
  });
}
