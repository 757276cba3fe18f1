/** What each item of a request needs before it is sent to the server. */
import type { TFunction } from 'i18next';
import { instantOf } from '@/components/sharing/draft';
import { momentOf } from './connection';
import type { Values } from './draft';

const MOST_PORT = 65_535;
/** Characters of a date and a time with seconds. */
const WITH_SECONDS = 19;
const isPort = (text: string) =>
  !text.trim() || (/^\d{1,5}$/.test(text.trim()) && Number(text) > 0 && Number(text) <= MOST_PORT);

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
    port: (value: string) => (isPort(value) ? null : t('requestForm/needPort')),
    port_until: (value: string, { items }: Values, path: string) =>
      isPort(value) && (!value.trim() || Number(value) > Number(items[indexOf(path)]?.port || MOST_PORT))
        ? null
        : t('requestForm/needPortUntil'),
    clock: (value: string) => (value && value.length < WITH_SECONDS ? t('requestForm/needSeconds') : null),
    zone: (value: string, { items }: Values, path: string) => {
      const item = items[indexOf(path)];
      if (!item?.clock || item.kind !== 'data') return null;
      if (!value.trim()) return t('requestForm/needZone');
      return momentOf(item) ? null : t('requestForm/zoneUnfit');
    },
    from: time,
    until: time,
  };
}
