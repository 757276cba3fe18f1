import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const server = process.env['LIAISON_SERVER'] ?? 'http://localhost:8000';

/** Beside each text file of the build its brotli and its gzip, so that the server sends them without compressing anew for everyone. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const name of readdirSync(join(dir, 'assets')).filter((one) => /\.(js|css)$/.test(one))) {
        const path = join(dir, 'assets', name);
        const text = readFileSync(path);
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(text, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
          }),
        );
        writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

/** What search and seizure and an action day need without a network: where they begin, and what they fetch later. */
const WITHOUT_NETWORK = [
  'src/main.tsx',
  'src/app/pages/coordination/AtTheSearchPage.tsx',
  'src/app/pages/coordination/OperationPage.tsx',
  'src/app/pages/coordination/BoardPage.tsx',
  'src/features/coordination/action-days/QueueSender.tsx',
  'src/features/coordination/action-days/saved-day/savedDay.ts',
  'src/features/coordination/action-days/saved-day/NothingSaved.tsx',
  'src/features/coordination/search-and-seizure/queue/queue.ts',
  'src/features/audit/activity/FeedPanel.tsx',
  'src/features/evidence/files/UploadsPanel.tsx',
  'src/features/notifications/notifications/NoticesDrawer.tsx',
  'src/components/help/Term.tsx',
  'src/app/shell/PersonList.tsx',
  'src/app/shell/TeamList.tsx',
  'src/app/shell/navigation/NavigationDrawer.tsx',
  'src/app/shell/palette/Palette.tsx',
  'src/app/shell/ColourList.tsx',
  'src/app/shell/help/HelpDrawer.tsx',
  'src/app/shell/help/pages.en.ts',
  'src/app/shell/help/pages.fr.ts',
  'src/i18n/screens.en.ts',
  'src/i18n/first.fr.ts',
  'src/i18n/screens.fr.ts',
  'dayjs/locale/fr',
  '@mantine/notifications',
  'tus-js-client',
];

/** Names the files of that page to its service worker, which keeps those and no others. */
function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      const found = new Set<string>();
      const add = (name: string) => {
        const one = bundle[name];
        if (one === undefined || found.has(name)) return;
        found.add(name);
        if (one.type !== 'chunk') return;
        for (const other of [
          ...one.imports,
          ...(one.viteMetadata?.importedCss ?? []),
          ...(one.viteMetadata?.importedAssets ?? []),
        ])
          add(other);
      };
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      for (const wanted of WITHOUT_NETWORK) {
        const holds = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes(wanted)));
        if (holds.length === 0) throw new Error(`${wanted} is in no file of the build`);
        for (const { fileName } of holds) add(fileName);
      }
      const latin = Object.keys(bundle).filter(
        (name) => /-latin-[^/]*\.woff2$/.test(name) && !name.includes('latin-ext'),
      );
      const [entry] = chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName);
      const names = [...new Set([entry, ...found, ...latin])].filter(
        (name) => (name !== undefined && !/\.woff2?$/.test(name)) || latin.includes(String(name)),
      );
      const files = ['colour-scheme.js', 'mark.svg'];
      const build = createHash('sha256')
        .update([...names, ...['index.html', ...files].map((name) => readFileSync(join(dir, name), 'utf8'))].join('\n'))
        .digest('hex')
        .slice(0, 16);
      const path = join(dir, 'at-the-search.js');
      const list = [...names, ...files].map((name) => `'/${String(name)}'`).join(', ');
      writeFileSync(path, readFileSync(path, 'utf8').replace("'__SHELL__'", list).replace('__BUILD__', build));
    },
  };
}

export default defineConfig({
  plugins: [react(), compressed(), shell()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // Terms that documents of the server say too.
      '@terms': fileURLToPath(new URL('../app/i18n/terms', import.meta.url)),
    },
  },
  // The server replaces this word in index.html for every response; see src/app/nonce.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    sourcemap: false,
    // Nothing is inlined as data: URLs, so that fonts and images stay under 'self'.
    assetsInlineLimit: 0,
    // What every first screen needs is one file: thirty small ones cost their headers, and pack worse apart.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: { proxy: { '/api': { target: server, ws: true, changeOrigin: false } } },
  // vmThreads: one jsdom for each worker, and still a realm of its own for each file.
  test: {
    environment: 'jsdom',
    pool: 'vmThreads',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/setup.ts'],
  },
});
