// The page's house rules. Imports point down: app > features > components > realtime > api > i18n | lib | theme; features never import each other.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url));

const wall = (files, forbidden, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }] },
});

export default tseslint.config(
  { ignores: ['words.mjs', 'refreshes.mjs', 'dist', 'src/api/generated', 'public', 'node_modules'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname } } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { globals: { URL: 'readonly' } } },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      // The compiler's own rules are left out: it is not used here.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 200 }],
      'no-console': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
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
      'no-restricted-syntax': ['error', { selector: 'JSXText[value=/[A-Za-z]{2,}/]', message: 'Words belong into src/i18n/en/.' }],
    },
  },
  { files: ['src/i18n/*/*.ts'], rules: { 'max-lines': 'off' } },
  wall(['src/lib/**'], ['@/app/*', '@/features/*', '@/components/*', '@/api/*', '@/realtime/*', '@/i18n/*'], 'lib knows nothing of the page.'),
  wall(['src/i18n/**', 'src/theme/**'], ['@/*'], 'Words and looks import nothing.'),
  wall(['src/api/**'], ['@/app/*', '@/features/*', '@/components/*', '@/realtime/*'], 'api imports lib and i18n only.'),
  wall(['src/realtime/**'], ['@/app/*', '@/features/*', '@/components/*'], 'realtime imports api and lib only.'),
  wall(['src/components/**'], ['@/app/*', '@/features/*'], 'components are below features.'),
  ...features.map((name) =>
    wall([`src/features/${name}/**`], ['@/app/*', ...features.filter((other) => other !== name).map((other) => `@/features/${other}/*`)], 'Features never import each other; app composes.'),
  ),
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', { max: 500 }] } },
);
