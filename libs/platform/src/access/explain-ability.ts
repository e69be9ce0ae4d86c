import { actionWords, conditionWords, type PermissionWords, subjectWords } from '#libs/api-schema';
import type { Ability } from './policies.js';

/** A permission in words: what may be done, and to which rows only. */
export interface ExplainedRule {
  readonly does: PermissionWords;
  /** Null: to all of them. */
  readonly limits: PermissionWords | null;
}

/** A kind of thing and what an ability allows to be done to it. */
export interface ExplainedSubject {
  readonly subject: string;
  readonly label: PermissionWords;
  readonly rules: readonly ExplainedRule[];
  /** What the rows themselves decide, where not everything of it is open. */
  readonly note: PermissionWords | null;
}

type Conditions = Readonly<Record<string, unknown>>;

interface Rule {
  readonly actions: readonly string[];
  readonly conditions: Conditions | undefined;
}

/**
 * What an ability allows, in words, kind by kind in the order of the navigation.
 * @param nameOf what an organisation's id is called
 * @throws Error when a subject, action or condition has no words (permission-words.ts)
 */
export function explainAbility(
  ability: Ability,
  nameOf: (id: string) => PermissionWords,
): ExplainedSubject[] {
  const rules = rulesBySubject(ability);
  for (const subject of rules.keys())
    if (subjectWords[subject] === undefined)
      throw new Error(`permission-words.ts has no words for ${subject}`);
  return Object.entries(subjectWords).map(([subject, { da, en, note }]) => {
    const own = withoutImplied(rules.get(subject) ?? []);
    const isWhole = own.some(({ actions, conditions }) => actions.includes('manage') && !conditions);
    return {
      subject,
      label: { da, en },
      rules: own.map((rule) => explainRule(subject, rule, nameOf)),
      note: own.length === 0 || isWhole ? null : (note ?? null),
    };
  });
}

function rulesBySubject(ability: Ability): Map<string, Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const { action, subject, conditions, inverted } of ability.rules) {
    if (inverted === true) throw new Error('A policy takes something back; say what is allowed instead');
    const actions = Array.isArray(action) ? action : [action];
    for (const one of (Array.isArray(subject) ? subject : [subject]) as readonly unknown[])
      found.set(String(one), [
        ...(found.get(String(one)) ?? []),
        { actions: actions.map(String), conditions: conditions },
      ]);
  }
  return found;
}

/** Whoever may something without limit need not be told of the limited permission, and equal limits stand together. */
function withoutImplied(rules: readonly Rule[]): Rule[] {
  const free = new Set(rules.filter(({ conditions }) => !conditions).flatMap(({ actions }) => actions));
  if (free.has('manage')) return [{ actions: ['manage'], conditions: undefined }];
  const byLimit = new Map<string, { actions: Set<string>; conditions: Conditions | undefined }>();
  for (const { actions, conditions } of rules) {
    const left = conditions ? actions.filter((action) => !free.has(action)) : actions;
    if (left.length === 0) continue;
    const key = JSON.stringify(conditions ?? null);
    const known = byLimit.get(key) ?? { actions: new Set<string>(), conditions };
    for (const action of left) known.actions.add(action);
    byLimit.set(key, known);
  }
  // Modules register in no particular order; what is said does not depend on it.
  return [...byLimit.entries()]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([, { actions, conditions }]) => ({ actions: inOrder(actions), conditions }));
}

/** What is unlimited comes first. */
function rank(limit: string): number {
  return limit === 'null' ? 0 : 1;
}

function inOrder(actions: ReadonlySet<string>): string[] {
  const known = Object.keys(actionWords);
  return [...actions].sort((a, b) => known.indexOf(a) - known.indexOf(b));
}

function explainRule(
  subject: string,
  { actions, conditions }: Rule,
  nameOf: (id: string) => PermissionWords,
): ExplainedRule {
  const does = join(actions.map(wordsOfAction), { da: ' og ', en: ' and ' });
  if (!conditions) return { does, limits: null };
  const limits = Object.entries(conditions).map(([column, asked]) => limitOf(subject, column, asked, nameOf));
  return { does, limits: join(limits, { da: ', ', en: ', ' }) };
}

function wordsOfAction(action: string): PermissionWords {
  const words = actionWords[action];
  if (words === undefined) throw new Error(`permission-words.ts has no words for the action ${action}`);
  return words;
}

function limitOf(
  subject: string,
  column: string,
  asked: unknown,
  nameOf: (id: string) => PermissionWords,
): PermissionWords {
  const values = valuesOf(asked);
  const key = `${subject}.${column}`;
  const words = conditionWords[`${key}=${values.join(',')}`] ?? conditionWords[key];
  if (words === undefined) throw new Error(`permission-words.ts has no words for ${key}=${values.join(',')}`);
  if (!words.da.includes('{organisations}')) return words;
  const names = join(values.map(nameOf), { da: ' og ', en: ' and ' });
  return {
    da: words.da.replace('{organisations}', () => names.da),
    en: words.en.replace('{organisations}', () => names.en),
  };
}

function valuesOf(asked: unknown): string[] {
  const inner = typeof asked === 'object' && asked !== null ? Object.values(asked).flat() : [asked];
  return inner.map(String);
}

/** One after the other, the last by `and`. */
function join(parts: readonly PermissionWords[], and: PermissionWords): PermissionWords {
  const written = (locale: 'da' | 'en'): string => {
    const words = parts.map((part) => part[locale]);
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')}${and[locale]}${last}`;
  };
  return { da: written('da'), en: written('en') };
}
