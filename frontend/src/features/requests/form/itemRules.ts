/** What each item of a request needs before it is sent to the server. */
import type { TFunction } from 'i18next';
import { instantOf } from '@/components/sharing/draft';
import type { Values } from './draft';

/** The place of an item in the path of one of its fields: `items.2.identifier`. */
const indexOf = (path: string) => Number(path.split('.')[1]);

export const timeRule = (t: TFunction, zone: string) => (value: string) =>
  value === '' || instantOf(value, zone) ? null : t('common/needDateTime');

export function itemRules(t: TFunction, zone: string) {
  const time = timeRule(t, zone);
  const isData = ({ items }: Values, path: string) => items[indexOf(path)]?.kind === 'data';
  return {
    data_category: (value: string | null, values: Values, path: string) =>
      isData(values, path) && !value ? t('requestForm/needCategory') : null,
    identifier_kind: (value: string | null, values: Values, path: string) =>
      isData(values, path) && !value ? t('requestForm/needIdentifierKind') : null,
    identifier: (value: string, values: Values, path: string) =>
      isData(values, path) && !value.trim() ? t('requestForm/needIdentifier') : null,
    description: (value: string, values: Values, path: string) =>
      !isData(values, path) && !value.trim() ? t('requestForm/needDescription') : null,
    from: time,
    until: time,
  };
}
