/** The title that is proposed for a request or for its answer: the instrument and what is asked for. Pure but for t(). */
import type { TFunction } from 'i18next';
import type { ItemKind } from '@/features/requests/request/queries';
import { visible } from '@/lib/visible';

type Item = {
  kind: ItemKind;
  data_category: string | null;
  identifier: string | null;
};
const CATEGORIES = ['SUBSCRIBER', 'IDENTIFICATION_ONLY', 'TRAFFIC', 'CONTENT', 'REAL_TIME'] as const;
/** Instruments that are known by a short name. */
const SHORT = ['EPOC', 'EPOC_PR', 'EIO'] as const;
const MOST = 300;

function kindOf(t: TFunction, { kind, data_category }: Pick<Item, 'kind' | 'data_category'>) {
  const category = CATEGORIES.find((one) => one === data_category);
  const named = kind === 'data' && category ? t(`dataCategory/${category}`) : t(`requestItem/${kind}`);
  return named.charAt(0).toLocaleLowerCase() + named.slice(1);
}

/** `title`: the name of the instrument, in the language of the user. */
export function proposedTitle(t: TFunction, key: string | null, title: string, items: readonly Item[]): string {
  const short = SHORT.find((one) => one === key);
  const instrument = short ? t(`requestTitle/${short}`) : title;
  const [first, ...others] = items;
  if (!first || !instrument) return instrument;
  const what = kindOf(t, first);
  const about = first.identifier?.trim()
    ? t('requestTitle/of', { what, object: visible(first.identifier.trim()) })
    : what;
  const all = others.length > 0 ? t('requestTitle/more', { about, count: others.length }) : about;
  return `${instrument}${t('common/colon')}${all}`.slice(0, MOST);
}
