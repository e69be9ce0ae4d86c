import type { Finding, PartnerField, PartnerFindingCode, RowVerdict } from '#libs/api-schema';
import type { PlainDate } from '#libs/kernel';
import type { Partner } from './partner.js';
import type { FieldChange, ReadRow } from './partner-row.js';
import { changesOf } from './partner-row.js';

/** A row with its verdict. */
export interface JudgedRow {
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly findings: readonly Finding[];
  /** The partner it is, when there is one already. */
  readonly organisationId: string | null;
  readonly matchOn: 'cvr' | 'email' | null;
  readonly changes: readonly FieldChange[];
}

/**
 * Says of every row whether it is a new partner, one there is already (same CVR number, else same mail address of
 * a contact), or has a problem. Rows are compared with each other too: the first of two holds its place, a row
 * that is skipped holds none. Taking the same list in again therefore never makes a second partner.
 */
export function judgeRows(
  rows: readonly ReadRow[],
  partners: readonly Partner[],
  today: PlainDate,
): JudgedRow[] {
  const known = new KnownPartners(partners);
  const seen = new SeenRows();
  return rows.map((row) => {
    if (row.isEmpty)
      return {
        line: row.line,
        verdict: 'empty',
        findings: [],
        organisationId: null,
        matchOn: null,
        changes: [],
      };
    const match = known.match(row);
    const findings = [...row.findings, ...match.findings, ...ownFindings(row, match.partner, today)];
    findings.push(...seen.repetitions(row, match.partner?.organisationId ?? null));
    if (!row.skipped) seen.add(row, match.partner?.organisationId ?? null);
    const changes = match.partner === undefined ? [] : changesOf(match.partner, row.values);
    return {
      line: row.line,
      verdict: verdictOf(findings, match.partner, changes),
      findings,
      organisationId: match.partner?.organisationId ?? null,
      matchOn: match.on,
      changes,
    };
  });
}

function verdictOf(
  findings: readonly Finding[],
  partner: Partner | undefined,
  changes: readonly FieldChange[],
): RowVerdict {
  if (findings.some((finding) => finding.level === 'problem')) return 'problem';
  if (partner === undefined) return 'new';
  return changes.length === 0 ? 'unchanged' : 'match';
}

function ownFindings(row: ReadRow, partner: Partner | undefined, today: PlainDate): Finding[] {
  const { name, joinedOn } = row.values;
  const findings: Finding[] = [];
  if (name === null && partner === undefined) findings.push(problem('name', 'name-missing'));
  if (joinedOn !== null && joinedOn > today) findings.push(problem('joinedOn', 'joined-in-future'));
  return findings;
}

interface Match {
  readonly partner: Partner | undefined;
  readonly on: 'cvr' | 'email' | null;
  readonly findings: readonly Finding[];
}

class KnownPartners {
  private readonly byCvr = new Map<string, Partner>();
  private readonly byEmail = new Map<string, Partner[]>();
  private readonly names = new Set<string>();

  constructor(partners: readonly Partner[]) {
    for (const partner of partners) {
      if (partner.cvr !== null) this.byCvr.set(partner.cvr, partner);
      this.names.add(comparable(partner.name));
      const emails = new Set(partner.contacts.flatMap((contact) => contact.email ?? []));
      for (const email of emails) this.byEmail.set(email, [...(this.byEmail.get(email) ?? []), partner]);
    }
  }

  match(row: ReadRow): Match {
    const { cvr, email } = row.values;
    const same = cvr === null ? undefined : this.byCvr.get(cvr);
    if (same !== undefined) return { partner: same, on: 'cvr', findings: [] };
    const withEmail = email === null ? [] : (this.byEmail.get(email) ?? []);
    const possible = withEmail.filter((partner) => cvr === null || partner.cvr === null);
    const [only, second] = possible;
    if (only !== undefined && second === undefined) return { partner: only, on: 'email', findings: [] };
    if (second !== undefined)
      return { partner: undefined, on: null, findings: [problem('email', 'email-matches-several')] };
    return { partner: undefined, on: null, findings: [...this.elsewhere(withEmail), ...this.sameName(row)] };
  }

  private elsewhere([partner]: readonly Partner[]): Finding[] {
    return partner === undefined ? [] : [note('email', 'email-known-elsewhere', { name: partner.name })];
  }

  /** Without CVR number and mail nothing tells a partner of the same name from a new one. */
  private sameName({ values }: ReadRow): Finding[] {
    if (values.name === null || !this.names.has(comparable(values.name))) return [];
    return values.cvr === null && values.email === null
      ? [problem('name', 'name-taken')]
      : [note('name', 'name-known')];
  }
}

class SeenRows {
  private readonly cvrs = new Map<string, number>();
  private readonly emails = new Map<string, { line: number; cvr: string | null }>();
  private readonly names = new Map<string, number>();
  private readonly partners = new Map<string, number>();

  repetitions({ values }: ReadRow, organisationId: string | null): Finding[] {
    const { cvr, email, name } = values;
    const sameCvr = cvr === null ? undefined : this.cvrs.get(cvr);
    if (sameCvr !== undefined) return [problem('cvr', 'cvr-repeated', { line: sameCvr })];
    const samePartner = organisationId === null ? undefined : this.partners.get(organisationId);
    if (samePartner !== undefined) return [problem('name', 'partner-repeated', { line: samePartner })];
    const sameEmail = email === null ? undefined : this.emails.get(email);
    if (sameEmail !== undefined) {
      const params = { line: sameEmail.line };
      const canTell = cvr !== null && sameEmail.cvr !== null;
      return [
        canTell
          ? note('email', 'email-repeated', params)
          : problem('email', 'email-repeated-without-cvr', params),
      ];
    }
    const sameName =
      name === null || cvr !== null || email !== null ? undefined : this.names.get(comparable(name));
    return sameName === undefined ? [] : [problem('name', 'name-repeated', { line: sameName })];
  }

  add({ line, values }: ReadRow, organisationId: string | null): void {
    const { cvr, email, name } = values;
    if (cvr !== null && !this.cvrs.has(cvr)) this.cvrs.set(cvr, line);
    if (email !== null && !this.emails.has(email)) this.emails.set(email, { line, cvr });
    if (name !== null && !this.names.has(comparable(name))) this.names.set(comparable(name), line);
    if (organisationId !== null && !this.partners.has(organisationId))
      this.partners.set(organisationId, line);
  }
}

/** Names are the same when only capitals and spaces differ. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function problem(field: PartnerField, code: PartnerFindingCode, params: Finding['params'] = {}): Finding {
  return { field, level: 'problem', code, params };
}

function note(field: PartnerField, code: PartnerFindingCode, params: Finding['params'] = {}): Finding {
  return { field, level: 'note', code, params };
}
