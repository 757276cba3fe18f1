/** Name of a changed value in words, and a version of it in words. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import { said } from '@/features/reference/shown/values';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { visible } from '@/lib/visible';
import type { ChangedUseView } from './queries';

export function useChangedValue({ kind, key, field, value, new_value: now }: ChangedUseView) {
  const { t, i18n } = useTranslation();
  const placeName = usePlaceName();
  const shown = useShownValue();
  const instruments = useQuery({ ...instrumentsQuery(), enabled: kind === 'instruments' });
  const [name = field, part = null] = field.split('.');
  const title = instruments.data?.items.find((one) => one.key === key)?.title;
  const record =
    kind === 'countries'
      ? new Intl.DisplayNames(i18n.language, { type: 'region' }).of(key)
      : title && said(title, i18n.language);
  /** A list without keys is one value of several rules. */
  const lines = (one: unknown): string[] =>
    Array.isArray(one) && name === 'issuers' ? one.flatMap((rule) => shown(name, rule)) : shown(name, one);
  return {
    name: visible(`${record ?? key}, ${placeName({ name, part, sourced: { value: value ?? now } })}`),
    text: (one: unknown) => visible(lines(one).join(' · ')) || t('changedValues/missing'),
  };
}
