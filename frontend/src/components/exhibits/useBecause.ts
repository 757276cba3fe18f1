import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '@/i18n/useWord';

/** Returns the reason why something is or is not allowed as text; an unknown code is shown as it is. */
export function useBecause(): (because: readonly string[]) => string {
  const { t } = useTranslation();
  const word = useWord();
  return useCallback(
    (because: readonly string[]) =>
      because.length > 0 ? because.map((one) => word('because', one)).join(' ') : t('because/other'),
    [t, word],
  );
}
