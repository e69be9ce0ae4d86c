import type { TokenScope } from '#libs/api-schema';
import { useText } from '../../../language/use-text.js';

type Subject = TokenScope extends `${string}:${infer S}` ? S : never;

/** Says a scope in words; one that this version does not know by its name. */
export function useScopeWords(): (scope: string) => string {
  const t = useText();
  return (scope) => {
    const [verb, subject] = scope.split(':');
    const what = t(`integrations.scope.${subject as Subject}`);
    return t(verb === 'read' ? 'integrations.reads' : 'integrations.writes', { what });
  };
}
