import { type Actor, caseOrganisations } from '../tenancy/actor.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function literal(ids: readonly string[]): string {
  for (const id of ids) if (!uuid.test(id)) throw new Error('An actor may only carry uuids');
  return ids.join(',');
}

/**
 * BEGIN and who acts, in one round trip. All values are checked uuids, so nothing needs quoting. Reads keep the plans
 * of their prepared statements: planning a list anew for every page costs as much as reading it.
 */
export function opening(actor: Actor, mode: 'read' | 'write'): string {
  const person = actor.kind === 'person' ? literal([actor.personId]) : '';
  const plans = mode === 'read' ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : '';
  return `begin${mode === 'read' ? ' read only' : ''};
    select set_config('app.alliances', '{${literal([actor.allianceId])}}', true),
      set_config('app.organisations', '{${literal(caseOrganisations(actor))}}', true),
      set_config('app.person', '${person}', true),
      set_config('app.system', '${actor.kind === 'system' ? 'on' : 'off'}', true)${plans}`;
}
