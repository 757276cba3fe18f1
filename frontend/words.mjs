/**
 * The page's words that documents say too, as JSON for the program: `node words.mjs FOLDER` writes FOLDER/en.json and fr.json.
 *
 * Each word is said once, beside its feature; what a document says beside them stands in app/exports/document/words.
 */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const SRC = new URL('./src/', import.meta.url);

// Dictionaries name each other as a bundler resolves them: from src by @, and without an ending.
registerHooks({
  resolve: (specifier, context, next) => {
    const named = specifier.startsWith('@/') ? new URL(specifier.slice(2), SRC).href : specifier;
    const ours = named !== specifier || /^\.{1,2}\//.test(specifier);
    return next(ours && !named.endsWith('.ts') ? `${named}.ts` : named, context);
  },
});

const { en } = await import('./src/i18n/en.ts');
const { fr } = await import('./src/i18n/fr.ts');
const { LANGUAGES, languageName } = await import('./src/lib/languages.ts');
const { typeset } = await import('./src/i18n/typography.ts');

/** Which groups of the dictionaries. */
const GROUPS = [
  'entry',
  'kind',
  'category',
  'level',
  'purpose',
  'role',
  'how',
  'taskState',
  'priority',
  'copyState',
  'schedule',
  'flagDecision',
  'becomes',
  'retentionMode',
  'erasureGround',
  'emergencyVerdict',
  'fieldGround',
];

const [folder] = process.argv.slice(2);
for (const [language, words] of Object.entries({ en, fr: typeset(fr) })) {
  const languages = Object.fromEntries(LANGUAGES.map((code) => [code, languageName(code, language)]));
  const said = { ...Object.fromEntries(GROUPS.map((group) => [group, words[group]])), language: languages };
  writeFileSync(`${folder}/${language}.json`, `${JSON.stringify(said, null, 1)}\n`);
}
