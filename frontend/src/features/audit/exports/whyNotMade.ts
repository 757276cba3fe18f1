import { en } from '@/i18n/en';

type Why = keyof typeof en.notMade;

const known = (code: string): code is Why => Object.hasOwn(en.notMade, code);

/** The word under which the page says why a bundle was not made. What failed before codes were kept, and what this page does not know, could not be made. */
export const whyNotMade = (code: string | null): Why => (code !== null && known(code) ? code : 'bundle-not-made');
