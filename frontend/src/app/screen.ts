import { lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from '@/i18n';

/** A screen whose code is fetched when it is first needed, together with the words of all screens. */
export const screen = <T extends Record<string, unknown>>(load: () => Promise<T>, name: keyof T & string) =>
  lazyRouteComponent(withWords(load), name);
