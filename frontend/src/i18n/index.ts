/** i18next, typed by en.ts. English is part of the page; other dictionaries `satisfy` it and are loaded on demand. */
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { typeset } from './typography';

const DICTIONARIES = {
  // Date fields use the names of months and days of dayjs.
  fr: async () => typeset((await Promise.all([import('./fr'), import('dayjs/locale/fr')]))[0].fr),
};

/** The languages of the page, each by its own name. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;
export const languages = Object.keys(LANGUAGES) as Language[];

/** The storage key of the language before sign-in. */
const REMEMBERED = 'liaison.language';

/** Groups digits of numbers in sentences by the rules of the language. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: string | number | undefined, _format, language) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? ''),
};

void i18next
  .use(initReactI18next)
  .use(numbers)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    keySeparator: '/',
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true }, // React escapes
    returnNull: false,
  });

/** Returns the language of the page for a BCP 47 tag, or null: `fr-BE` is French. */
export function spoken(tag: string | null | undefined): Language | null {
  return languages.find((one) => tag?.toLowerCase().split('-')[0] === one) ?? null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/**
 * Returns the account's language if the page has it, else the browser's, else English. Without an account: the last
 * choice in this browser.
 */
export function languageFor(account: string | null): Language {
  return spoken(account ?? remembered()) ?? navigator.languages.map(spoken).find((one) => one !== null) ?? 'en';
}

let wanted: Language = 'en';

/**
 * Switches to a language: dictionary, page and `<html lang>`. If the dictionary cannot be loaded, the language stays.
 */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    try {
      i18next.addResourceBundle(language, 'translation', await DICTIONARIES[language]());
    } catch {
      return;
    }
  }
  // Another language was chosen while the dictionary was loading.
  if (wanted !== language) return;
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Storage is not available: the browser's settings apply next time.
  }
}

export { i18next };
