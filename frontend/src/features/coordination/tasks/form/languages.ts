/** The languages that a task may be in, named in the reader's own. The list is the server's: TypeScript refuses another. */
import type { TaskForm } from '@/api/views';

export type Language = NonNullable<TaskForm['language']>;

export const LANGUAGES: readonly Language[] = [
  'ar', 'az', 'be', 'bg', 'bs', 'ca', 'ckb', 'cs', 'da', 'de', 'de-AT', 'de-CH', 'el', 'en', 'en-GB', 'en-IE', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'fr-BE', 'fr-CH', 'fr-LU', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'hy',
  'is', 'it', 'it-CH', 'ja', 'ka', 'kk', 'kmr', 'ko', 'lb', 'lt', 'lv', 'mk', 'mt', 'nb', 'nl', 'nl-BE', 'nn', 'pl', 'prs', 'ps', 'pt', 'pt-BR', 'ro', 'rom', 'ru', 'sk', 'sl', 'so', 'sq', 'sr-Cyrl', 'sr-Latn', 'sv', 'sv-FI',
  'ti', 'tr', 'uk', 'ur', 'uz', 'vi', 'zh-Hans', 'zh-Hant',
];

export const isLanguage = (tag: string): tag is Language => LANGUAGES.some((one) => one === tag);

/** Deutsch (Schweiz) for a German reader, allemand (Suisse) for a French one; the tag where nobody has a name for it. */
export function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
}
