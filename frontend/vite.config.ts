import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env['LIAISON_SERVER'] ?? 'http://localhost:8000';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The server replaces this word in index.html for every response; see src/app/nonce.ts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2023',
    sourcemap: false,
    // Nothing is inlined as data: URLs, so that fonts and images stay under 'self'.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': { target: server, ws: true, changeOrigin: false } } },
  test: { environment: 'jsdom', include: ['tests/**/*.test.{ts,tsx}'], setupFiles: ['tests/setup.ts'] },
});
