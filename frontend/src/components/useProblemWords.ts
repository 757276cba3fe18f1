import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Problem } from '@/api/problem';
import { duration } from '@/lib/format';

/** What the page itself says for a status; for the others the server's own words are the better ones. */
const OWN: Partial<Record<number, 'problem/no-answer' | 'problem/not-found' | 'problem/stale' | 'problem/locked' | 'problem/too-large' | 'problem/gone'>> = {
  0: 'problem/no-answer', 404: 'problem/not-found', 410: 'problem/gone', 412: 'problem/stale', 413: 'problem/too-large', 423: 'problem/locked',
};

/** A refused or failed request in words: what happened, what was not lost, what to do next. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Problem)) return t('problem/crash');
      const { status, detail } = error;
      if (status === 429) return t('problem/throttled', { wait: duration(error.retryAfterSeconds ?? 60, locale) });
      if (status === 403) return [t('problem/forbidden'), detail ? t('problem/detail', { detail }) : ''].join(' ').trim();
      const own = OWN[status];
      if (own) return t(own);
      if (status >= 500) return t('problem/http', { status });
      return [detail || t('problem/title'), ...error.fields.filter((one) => one.message !== detail).map((one) => `${one.field}: ${one.message}`)].join(' ');
    },
    [t, locale],
  );
}
