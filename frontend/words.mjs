/**
 * The page's words that documents say too, as JSON for the program: `node words.mjs FOLDER` writes FOLDER/en.json and fr.json.
 *
 * Each word is said once, in src/i18n; what a document says beside them stands in app/exports/document/words.
 */
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { typeset } from './src/i18n/typography.ts';

// Dictionaries name each other as a bundler resolves them, without an ending.
registerHooks({
  resolve: (specifier, context, next) => next(/^\.{1,2}\/[^.]*$/.test(specifier) ? `${specifier}.ts` : specifier, context),
});

/** Which groups of which dictionary. */
const GROUPS = {
  facts: ['entry'],
  vocabulary: ['kind', 'category', 'level', 'purpose', 'role'],
  derivations: ['how'],
  tasks: ['taskState', 'priority'],
  copies: ['copyState'],
  disclosures: ['schedule'],
  flags: ['flagDecision'],
  leaving: ['becomes'],
  retention: ['retentionMode', 'erasureGround'],
  emergency: ['emergencyVerdict'],
  fieldErasure: ['fieldGround'],
};

async function dictionary(language) {
  const words = {};
  for (const [name, groups] of Object.entries(GROUPS)) {
    const { [name]: said } = await import(`./src/i18n/${language}/${name}.ts`);
    for (const group of groups) words[group] = said[group];
  }
  return language === 'fr' ? typeset(words) : words;
}

const [folder] = process.argv.slice(2);
for (const language of ['en', 'fr']) writeFileSync(`${folder}/${language}.json`, `${JSON.stringify(await dictionary(language), null, 1)}\n`);
