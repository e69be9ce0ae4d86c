import type { ReactElement } from 'react';
import type { z } from 'zod';
import { alliancesErrors, partnerFindings, spreadsheetErrors, undoReasons } from '#libs/api-schema';
import type { Finding, importRow, ImportState as State, partnerImport } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import type { Language } from '../../language/define-messages.js';
import { useText } from '../../language/use-text.js';

/** An import as the API tells it. */
export type Import = z.infer<typeof partnerImport>;
/** A row of an import as the API tells it. */
export type ImportRow = z.infer<typeof importRow>;

type Catalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const findings: Catalogue = partnerFindings;
const refusals: Catalogue = { ...spreadsheetErrors, ...alliancesErrors };
const reasons: Catalogue = undoReasons;

const tones: Readonly<Record<State, StatusTone>> = {
  reading: 'waiting',
  unreadable: 'bad',
  preview: 'attention',
  importing: 'waiting',
  imported: 'good',
  undoing: 'waiting',
  undone: 'ended',
};

/** Where an import stands. */
export function ImportState({ state }: { state: State }): ReactElement {
  const t = useText();
  return <Status tone={tones[state]}>{t(`partners.import.state.${state}`)}</Status>;
}

/** What a finding says, with its remedy. */
export function findingText({ code, params }: Pick<Finding, 'code' | 'params'>, language: Language): string {
  return fill(findings[code]?.[language] ?? code, params);
}

/** Why a whole file or import was refused. */
export function refusalText(problem: NonNullable<Import['problem']>, language: Language): string {
  return fill(refusals[problem.code]?.[language] ?? problem.code, problem.params);
}

/** Why something stayed when the import was undone. */
export function reasonText(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason;
}

function fill(text: string, params: Finding['params']): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
