import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Groups whose members the server names and may extend: a word that this page does not know is shown as it came. */
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
  const { t, i18n } = useTranslation();
  return useCallback(
    (group: Group, value: string) =>
      i18n.exists(`${group}/${value}`) ? t(`${group}/${value}` as 'role/leader') : value,
    [t, i18n],
  );
}
