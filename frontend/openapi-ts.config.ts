import { defineConfig } from '@hey-api/openapi-ts';

/** The client is generated from the server's own document; nothing in src/api/generated is written by hand. */
export default defineConfig({
  input: process.env['OPENAPI'] ?? '../docs/openapi.json',
  output: { path: 'src/api/generated', clean: true },
  plugins: [
    '@hey-api/client-fetch',
    '@hey-api/typescript',
    '@hey-api/sdk',
    { name: '@tanstack/react-query', mutationOptions: false, infiniteQueryOptions: false },
  ],
});
