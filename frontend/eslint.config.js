// The page's house rules. Imports point down: app > features > components > realtime > queries of the features > api > i18n | lib | theme.
// A feature imports those of its own domain; of another domain its queries, and what SHARED lists.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const domains = readdirSync(new URL('./src/features', import.meta.url));

/** Parts of a domain that another domain shows too. */
const SHARED = {
  custody: ['audit/entries'], // An entry of the audit log is shown in the custody of its exhibit as well.
  requests: ['reference/shown', 'reference/reports'], // A team sees and reports values of the reference data where it uses them.
};

const wall = (files, forbidden, message) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: forbidden, message },
          { regex: '^\\.\\./', message: 'Name another folder from @.' },
        ],
      },
    ],
  },
});

/** Everything of the features but their queries. */
const FEATURES = '^@/features/(?!.*/queries(/|$))';

export default tseslint.config(
  { ignores: ['refreshes.mjs', 'dist', 'src/api/generated', 'public', 'node_modules'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { URL: 'readonly' } },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      // The compiler's own rules are left out: it is not used here.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // The router throws redirects by design.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['src/**/*.tsx'],
    rules: {
      // Every string through t(): letters between tags are words that nobody can translate.
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/[A-Za-z]{2,}/]', message: 'Words belong into words.en.ts beside the feature.' },
        {
          selector: 'JSXOpeningElement > JSXIdentifier[name=/^(Modal|Drawer)$/]',
          message: 'Use Dialog or SideDialog of components/dialogs: Escape closes the uppermost of them alone.',
        },
      ],
    },
  },
  { files: ['src/components/dialogs/Dialog.tsx'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/**/*.{en,fr}.ts'], rules: { 'max-lines': 'off' } },
  wall(['src/lib/**'], '^@/(app|features|components|api|realtime|i18n)/', 'lib knows nothing of the page.'),
  wall(['src/theme/**'], '^@/', 'Looks import nothing.'),
  wall(['src/i18n/**'], '^@/(?!.*\\.(en|fr)$)', 'i18n imports the words of the features only.'),
  wall(['src/api/**'], '^@/(app|features|components|realtime)/', 'api imports lib and i18n only.'),
  wall(['src/realtime/**'], `^@/(app|components)/|${FEATURES}`, 'realtime imports queries, api and lib only.'),
  wall(['src/components/**'], `^@/app/|${FEATURES}`, 'components are below features.'),
  ...domains.map((name) =>
    wall(
      [`src/features/${name}/**`],
      `^@/app/|^@/features/(?!${[name, ...(SHARED[name] ?? [])].join('/|')}/|.*/queries(/|$))`,
      'Domains never import each other; app composes.',
    ),
  ),
  wall(
    ['src/features/**/queries.ts', 'src/features/**/queries/*.ts'],
    `^@/(app|components|realtime)/|${FEATURES}`,
    'Queries import api, lib and other queries only.',
  ),
  wall(['src/**/*.{en,fr}.ts'], '^@/(?!.*\\.(en|fr)$|i18n/translated$)', 'Words import words only.'),
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', { max: 500 }] },
  },
);
