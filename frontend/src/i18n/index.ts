/** i18next, typed by en.ts. English is in the page itself; another language is a dictionary that `satisfies` it, fetched when it is spoken. */
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { typeset } from './typography';

const DICTIONARIES = {
  // Date fields write months and days as dayjs does.
  fr: async () => typeset((await Promise.all([import('./fr'), import('dayjs/locale/fr')]))[0].fr),
};

/** The languages that the page speaks, each by its own name. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;
export const languages = Object.keys(LANGUAGES) as Language[];

/** Where this browser remembers its language, for the time before somebody is signed in. */
const REMEMBERED = 'liaison.language';

/** Every number inside a sentence is grouped as its language does. */
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

/** The language that a BCP 47 tag asks for, when the page speaks it: `fr-BE` is French. */
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

/** The account's language when the page speaks it, else the browser's, else English. Without an account: what was chosen here last. */
export function languageFor(account: string | null): Language {
  return spoken(account ?? remembered()) ?? navigator.languages.map(spoken).find((one) => one !== null) ?? 'en';
}

let wanted: Language = 'en';

/** Speak it: dictionary, page, `<html lang>`. When the dictionary cannot be fetched, the page goes on in the language that it has. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    try {
      i18next.addResourceBundle(language, 'translation', await DICTIONARIES[language]());
    } catch {
      return;
    }
  }
  // Somebody may have changed their mind while the dictionary was fetched.
  if (wanted !== language) return;
  if (i18next.language !== language) await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing asks its own settings the next time.
  }
}

export { i18next };
