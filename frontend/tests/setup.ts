/** All words are there. Mantine asks the browser for things that jsdom does not have. */
import { allWords } from '@/i18n';
import { installLocks } from './support/locks';

await allWords();
installLocks();

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
