import { expect, it } from 'vitest';
import en from '@terms/languages.en.json';
import fr from '@terms/languages.fr.json';
import { languageName, LANGUAGES } from '@/lib/languages';

it.each([
  ['en', en],
  ['fr', fr],
])('documents name each language as the page does in %s', (locale, { language }) => {
  expect(language).toEqual(Object.fromEntries(LANGUAGES.map((code) => [code, languageName(code, locale)])));
});
