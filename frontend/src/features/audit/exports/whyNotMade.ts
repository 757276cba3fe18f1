import { en } from '@/i18n/en';

type Why = keyof typeof en.notMade;

const known = (code: string): code is Why => Object.hasOwn(en.notMade, code);

/** Returns the key of the text why a package was not made. Unknown and missing codes have a general text. */
export const whyNotMade = (code: string | null): Why => (code !== null && known(code) ? code : 'bundle-not-made');
