import terms from '@terms/entries.fr.json';
import type { Translated } from '@/i18n/translated';
import type { facts as source } from './words.en';

/** Titres des inscriptions dans les listes et les documents. */
export const facts = {
  entry: terms.entry,
} satisfies Translated<typeof source>;
