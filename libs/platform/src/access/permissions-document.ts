import { type AllianceRole, allianceRoles } from '#libs/api-schema';
import { INSTALLATION, type PersonActor } from '../tenancy/actor.js';
import { type ExplainedSubject, explainAbility } from './explain-ability.js';
import type { Policies } from './policies.js';

const own = { da: 'egen organisation', en: 'own organisation' };

/** What each role may, by all registered policies; organisations are "own organisation". */
export function permissionsOfRoles(policies: Policies): Map<AllianceRole, ExplainedSubject[]> {
  return new Map(
    allianceRoles.map((role) => [role, explainAbility(policies.abilityOf(somebody(role)), () => own)]),
  );
}

/** The text of docs/permissions.md: who may what, from the policies themselves. */
export function permissionsDocument(policies: Policies): string {
  const roles = permissionsOfRoles(policies);
  const subjects = roles.get('secretariat') ?? [];
  const rows = subjects.map(({ label }, index) => {
    const cells = allianceRoles.map((role) => cellOf(roles.get(role)?.[index]));
    return `| ${[label.en, ...cells].join(' | ')} |`;
  });
  const notes = subjects.flatMap(({ subject, label }) => {
    const told = allianceRoles.flatMap(
      (role) => roles.get(role)?.find((one) => one.subject === subject)?.note ?? [],
    );
    return told[0] === undefined ? [] : [`- **${label.en}**: ${told[0].en}`];
  });
  return [
    '# Who may do what',
    '',
    'Written by `npm run generate` from the policies (`libs/*/src/application/*.policy.ts`); a guard compares them.',
    'The first tier only: rows are narrowed further by row-level security, and by what is noted below the table.',
    'Links without account open exactly one thing and ask no policy. An administrator of the installation has no role in any alliance.',
    '',
    `| | ${allianceRoles.join(' | ')} |`,
    `|---|${allianceRoles.map(() => '---|').join('')}`,
    ...rows,
    '',
    'What the rows decide, where not everything is open:',
    '',
    ...notes,
    '',
  ].join('\n');
}

function cellOf(explained: ExplainedSubject | undefined): string {
  const rules = explained?.rules ?? [];
  return rules
    .map(({ does, limits }) => (limits === null ? does.en : `${does.en} (${limits.en})`))
    .join('; ');
}

function somebody(role: AllianceRole): PersonActor {
  return {
    kind: 'person',
    personId: INSTALLATION,
    sessionId: INSTALLATION,
    name: '',
    email: 'somebody@example.org',
    locale: 'en',
    isAdmin: false,
    allianceId: INSTALLATION,
    roles: [{ role, organisationId: role === 'secretariat' || role === 'observer' ? null : INSTALLATION }],
  };
}
