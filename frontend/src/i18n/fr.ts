/** Le français, assemblé comme en.ts. Les espaces insécables viennent de typography.ts. */
import { first } from './first.fr';
import { screens } from './screens.fr';
import type { Words } from './en';
import type { Translated } from './translated';

export const fr = { ...first, ...screens } satisfies Translated<Words>;
