import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { en } from './en';

/** Texts for values that the server can extend: an unknown value is shown as it is. */
type Group =
  | 'role'
  | 'because'
  | 'entry'
  | 'purpose'
  | 'level'
  | 'kind'
  | 'category'
  | 'handling'
  | 'value'
  | 'tried'
  | 'denied'
  | 'asked';

export function useWord(): (group: Group, value: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (group: Group, value: string) => (value in en[group] ? t(`${group}/${value}` as 'role/leader') : value),
    [t],
  );
}
