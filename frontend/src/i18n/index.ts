/** i18next, typed by en/. A further language is a dictionary that `satisfies Words` and one line here. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: '/',
  nsSeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});

/** The languages that the page speaks. */
export const languages: readonly string[] = ['en'];

export { i18next };
