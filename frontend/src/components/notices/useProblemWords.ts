import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Problem } from '@/api/problem';
import { duration } from '@/lib/format';

/** Returns the text of a failed request: the server's sentence, and details that only the page knows. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Problem)) return t('problem/crash');
      const { status, code, detail, fields } = error;
      if (code === 'unknown-outcome') return t('problem/unknown-outcome');
      if (status === 0) return t('problem/no-answer');
      if (status === 429)
        return t(code === 'too-many-attempts' ? 'problem/too-many-attempts' : 'problem/throttled', {
          wait: duration(error.retryAfterSeconds ?? 60, locale),
        });
      const messages = fields.filter((one) => one.message !== detail).map((one) => `${one.field}: ${one.message}`);
      if (messages.length > 0) return messages.join(' ');
      // A response without a sentence comes from a proxy.
      return detail || t(status >= 500 ? 'problem/http' : 'problem/refused', { status });
    },
    [t, locale],
  );
}
