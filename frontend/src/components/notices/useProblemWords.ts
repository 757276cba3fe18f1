import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Problem } from '@/api/problem';
import { en } from '@/i18n/en';
import { duration } from '@/lib/format';

/** What the page itself says for a status; the code of the refusal says it better where it is known. */
const OWN: Partial<
  Record<
    number,
    | 'problem/no-answer'
    | 'problem/not-found'
    | 'problem/stale'
    | 'problem/locked'
    | 'problem/too-large'
    | 'problem/gone'
  >
> = {
  0: 'problem/no-answer',
  404: 'problem/not-found',
  410: 'problem/gone',
  412: 'problem/stale',
  413: 'problem/too-large',
  423: 'problem/locked',
};

export const known = (code: string): code is keyof typeof en.refused => Object.hasOwn(en.refused, code);

/** A refused or failed request in words: what happened, what was not lost, what to do next. Always in the page's language. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const { locale } = useLocale();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof Problem)) return t('problem/crash');
      const { status, code, detail, fields } = error;
      if (status === 429)
        return t(code === 'too-many-attempts' ? 'problem/too-many-attempts' : 'problem/throttled', {
          wait: duration(error.retryAfterSeconds ?? 60, locale),
        });
      if (code === 'unknown-outcome') return t('problem/unknown-outcome');
      if (known(code)) return t(`refused/${code}`);
      const own = OWN[status];
      if (own) return t(own);
      if (status === 403) return t('problem/forbidden');
      if (status >= 500) return t('problem/http', { status });
      // The server speaks English: its sentence is the better one for who reads it, and stands beneath for the others.
      if (i18n.language === 'en')
        return [
          detail || t('problem/refused'),
          ...fields.filter((one) => one.message !== detail).map((one) => `${one.field}: ${one.message}`),
        ].join(' ');
      return fields.length > 0
        ? t('problem/invalid', { fields: fields.map((one) => one.field).join(', ') })
        : t('problem/refused');
    },
    [t, i18n.language, locale],
  );
}
