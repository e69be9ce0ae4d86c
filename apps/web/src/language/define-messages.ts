/** The languages of the interface; Danish is the default. */
export type Language = 'da' | 'en';

/** A catalogue of texts: each key with its Danish and its English, or it does not compile. ICU syntax. */
export type Messages = Readonly<Record<string, { readonly da: string; readonly en: string }>>;
