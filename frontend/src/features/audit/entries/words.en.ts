import terms from '@terms/entries.en.json';

/** Titles of entries in lists and documents. */
export const facts = {
  entry: terms.entry,
};
