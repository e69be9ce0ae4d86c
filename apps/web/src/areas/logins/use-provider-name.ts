import { useLanguage } from '../../language/language-provider.js';

/** The name of an identity provider in the person's language. */
export function useProviderName(): (name: { da: string; en: string }) => string {
  const { language } = useLanguage();
  return (name) => name[language];
}
