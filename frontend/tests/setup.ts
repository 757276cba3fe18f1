/** All words are there. Mantine asks the browser for things that jsdom does not have. */
import { webcrypto } from 'node:crypto';
import { afterAll } from 'vitest';
import { allWords } from '@/i18n';
import { installLocks } from './support/locks';

// jsdom has no SubtleCrypto.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
await allWords();
installLocks();
// A dialog that was open to the end returns the focus a moment later, and needs its window until then.
afterAll(() => new Promise((resolve) => setTimeout(resolve, 50)));

Object.defineProperty(globalThis, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
globalThis.ResizeObserver = class {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
};
