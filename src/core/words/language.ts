/** The languages that fixed words ship in. */
export const LANGUAGES = ['en', 'zh-TW', 'de', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same phrase in every language. */
export type Phrase<T = string> = Record<Language, T>;

/** Whether a Language cell names a language that fixed words do not ship in. */
export function isUnwritten(said: string): boolean {
  return said.trim() !== '' && languageOf(said) === 'en' && !/^(en|englisc?h)/i.test(said.trim());
}

/** The shipped language for what a cell says; English where there is none. */
export function languageOf(said: string): Language {
  const plain = said.trim().toLowerCase();
  if (/^(zh|chinese|中文|繁體中文|traditional chinese)/.test(plain)) return 'zh-TW';
  if (/^(de|german|deutsch)/.test(plain)) return 'de';
  if (/^(ja|japanese|日本語)/.test(plain)) return 'ja';
  return 'en';
}
