import type { ReactElement } from 'react';
import type { SpellStanding } from '#libs/api-schema';
import { Status } from '../../kit/index.js';
import type { StatusTone } from '../../kit/index.js';
import { useLanguage } from '../../language/language-provider.js';
import { useText } from '../../language/use-text.js';

const tones: Readonly<Record<SpellStanding | 'none', StatusTone>> = {
  current: 'good',
  unconfirmed: 'attention',
  planned: 'waiting',
  past: 'ended',
  none: 'neutral',
};

/** What may be said of a destination today, as word and shape. */
export function Standing({ standing }: { standing: SpellStanding | 'none' }): ReactElement {
  const t = useText();
  return <Status tone={tones[standing]}>{t(`participants.standing.${standing}`)}</Status>;
}

/** The name of a type of destination in the person's language. */
export function useTypeName(): (type: { typeDa: string; typeEn: string }) => string {
  const { language } = useLanguage();
  return ({ typeDa, typeEn }) => (language === 'da' ? typeDa : typeEn);
}
