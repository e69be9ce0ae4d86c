import type { Language } from './define-messages.js';

/** Each language by its own name: whoever looks for theirs reads it in theirs. */
export const languageNames: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' };
