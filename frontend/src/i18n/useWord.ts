import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

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
  | 'profile'
  | 'tried'
  | 'denied'
  | 'asked'
  | 'noticeState'
  | 'deadlineChange'
  | 'deadlineEnd'
  | 'requestLevel'
  | 'requestReceipt'
  | 'requestState'
  | 'dispatchGround'
  | 'requestItemState';

export function useWord(): (group: Group, value: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (group: Group, value: string) =>
      i18n.exists(`${group}/${value}`) ? t(`${group}/${value}` as 'role/leader') : value,
    [t, i18n],
  );
}
