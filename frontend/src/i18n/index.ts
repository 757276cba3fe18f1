/**
 * i18next, typed by en.ts. The English words of the first screen are in the page itself. The other words are fetched with the
 * first screen that needs them, and French when it is spoken.
 */
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { inSentence } from './articles';
import { first } from './first.en';
import { typeset } from './typography';

/** The parts of each dictionary. Date fields write months and days as dayjs does. */
const DICTIONARIES = {
  en: { first: () => Promise.resolve(first), screens: async () => (await import('./screens.en')).screens },
  fr: {
    first: async () => typeset((await Promise.all([import('./first.fr'), import('dayjs/locale/fr')]))[0].first),
    screens: async () => typeset((await import('./screens.fr')).screens),
  },
};

/** The languages that the page speaks, each by its own name. */
export const LANGUAGES = { en: 'English', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;
export const languages = Object.keys(LANGUAGES) as Language[];

/** Where this browser remembers its language, for the time before somebody is signed in. */
const REMEMBERED = 'liaison.language';

/** Every number inside a sentence is grouped as its language does, and names of States have their article where asked. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: string | number | undefined, format, language) =>
    typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : inSentence(value ?? '', format),
};

void i18next
  .use(initReactI18next)
  .use(numbers)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: first } },
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
/** Whether a screen was asked for that needs more than the words of the first one. */
let further = false;
const held = new Set(['en/first']);

async function fetchWords(language: Language, part: 'first' | 'screens'): Promise<void> {
  if (held.has(`${language}/${part}`)) return;
  const words = await DICTIONARIES[language][part]();
  // The groups of both parts are different ones.
  i18next.addResourceBundle(language, 'translation', words);
  held.add(`${language}/${part}`);
}

const fetchAll = (language: Language) =>
  Promise.all([fetchWords(language, 'first'), ...(further ? [fetchWords(language, 'screens')] : [])]);

/** All words of the language that is spoken: for every screen but the first one. */
export async function allWords(): Promise<void> {
  further = true;
  await fetchAll(wanted);
}

/** A module that is fetched together with all words. Whatever the first screen fetches later is fetched by this. */
export const withWords =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> =>
    (await Promise.all([load(), allWords()]))[0];

/** Speak it: dictionary, page, `<html lang>`. When the dictionary cannot be fetched, the page goes on in the language that it has. */
export async function speak(language: Language): Promise<void> {
  const before = wanted;
  wanted = language;
  try {
    await fetchAll(language);
  } catch {
    if (wanted === language) wanted = before;
    return;
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
