import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Problem } from '@/api/problem';
import { duration } from '@/lib/format';

/** A refused or failed request in words: what happened, what was not lost, what to do next. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Problem)) return t('problem/crash');
      const said = error.detail;
      switch (true) {
        case error.status === 0:
          return t('problem/no-answer');
        case error.status === 429:
          return t('problem/throttled', { wait: duration(error.retryAfterSeconds ?? 60, locale) });
        case error.status === 404:
          return t('problem/not-found');
        case error.status === 412:
          return t('problem/stale');
        case error.status === 423:
          return t('problem/locked');
        case error.status === 413:
          return t('problem/too-large');
        case error.status === 410:
          return t('problem/gone');
        case error.status === 403:
          return [t('problem/forbidden'), said ? t('problem/detail', { detail: said }) : ''].join(' ').trim();
        case error.status >= 500:
          return t('problem/http', { status: error.status });
        default: {
          const fields = error.fields.map((one) => `${one.field}: ${one.message}`).join(' · ');
          return [said || t('problem/title'), fields].filter(Boolean).join(' ');
        }
      }
    },
    [t, locale],
  );
}
