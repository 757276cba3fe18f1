import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '@/i18n/useWord';

/** Why something is or is not allowed, in words; a rule that this page does not know is named as the server named it. */
export function useBecause(): (because: readonly string[]) => string {
  const { t } = useTranslation();
  const word = useWord();
  return useCallback(
    (because: readonly string[]) =>
      because.length > 0 ? because.map((one) => word('because', one)).join(' ') : t('because/other'),
    [t, word],
  );
}
