import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18next, languageFor, speak, spoken } from '@/i18n';
import { en } from '@/i18n/en';
import { fr } from '@/i18n/fr';
import { spaced, typeset } from '@/i18n/typography';

type Words = { readonly [name: string]: string | Words };

function flat(words: Words, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${above}${name}`, value]] : flat(value, `${above}${name}/`),
  );
}

const english = new Map(flat(en));
const french = flat(fr);
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, \S+)?\}\}/g)].map(([, name]) => name).sort();

describe('French', () => {
  it('says every word, with the same things in it', () => {
    const said = new Set(french.map(([name]) => name));
    expect([...english.keys()].filter((name) => !said.has(name))).toEqual([]);
    const differs = french.filter(
      ([name, text]) => String(slots(text)) !== String(slots(english.get(name.replace(/_many$/, '_other')) ?? '')),
    );
    expect(differs.map(([name]) => name)).toEqual([]);
  });
  it('is not English that was forgotten', () => {
    const sentence = (text: string) =>
      (text.replaceAll(/\{\{\w+(?:, \S+)?\}\}|TLP:\S+/g, '').match(/\p{L}{3,}/gu) ?? []).length > 1;
    expect(french.filter(([name, text]) => english.get(name) === text && sentence(text))).toEqual([]);
  });
  it('is written with plain spaces and typographic apostrophes, and typeset with spaces that do not break', () => {
    expect(
      french.filter(([, text]) => /[\u00a0\u202f]|\w'\w|"|[^ {}][;!?»]|«[^ ]/.test(text)).map(([name]) => name),
    ).toEqual([]);
    expect(spaced('Vraiment ? « Oui » : nº 3 ; vite !')).toBe(
      'Vraiment\u202f? «\u00a0Oui\u00a0»\u00a0: nº\u00a03\u202f; vite\u202f!',
    );
    expect(flat(typeset(fr)).filter(([, text]) => / [;:!?»]|« /.test(text))).toEqual([]);
  });
});

describe('a language that is spoken', () => {
  beforeEach(() => localStorage.clear());
  afterEach(async () => {
    vi.restoreAllMocks();
    await speak('en');
  });

  it('counts as its country does: nought is singular in French, a million takes a word of its own', async () => {
    expect(i18next.t('common/files', { count: 0 })).toBe('0 files');
    await speak('fr');
    expect([0, 1, 2, 1_000_000].map((count) => i18next.t('common/files', { count }))).toEqual([
      '0 fichier',
      '1 fichier',
      '2 fichiers',
      '1\u202f000\u202f000 de fichiers',
    ]);
    // Without a form of its own a million is an ordinary plural.
    expect(i18next.t('exports/entries', { count: 1_000_000 })).toBe('1\u202f000\u202f000 inscriptions');
  });
  it('is told to the browser and remembered by it', async () => {
    await speak('fr');
    expect(document.documentElement.lang).toBe('fr');
    expect(languageFor(null)).toBe('fr');
    expect(languageFor('en')).toBe('en');
  });
  it('is the last one asked for, whatever arrives last', async () => {
    await Promise.all([speak('fr'), speak('en')]);
    expect(i18next.language).toBe('en');
  });
  it('is the account’s, then the browser’s, then English', () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl-NL', 'fr-BE', 'en']);
    expect([languageFor('fr-CH'), languageFor('en'), languageFor('de'), languageFor(null)]).toEqual([
      'fr',
      'en',
      'fr',
      'fr',
    ]);
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nl-NL', 'el']);
    expect([languageFor('el'), languageFor(null)]).toEqual(['en', 'en']);
    expect([spoken('FR'), spoken('fry'), spoken(''), spoken(null)]).toEqual(['fr', null, null, null]);
  });
});
