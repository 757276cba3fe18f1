/** The delay between an event and its recording, in words. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const MINUTE = 60_000;

export function useDelay(): (late: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (late: number) => {
      const minutes = Math.floor(late / MINUTE);
      if (minutes < 1) return t('custody/sameMinute');
      const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
      const parts = [
        days > 0 ? t('custody/days', { count: days }) : null,
        hours > 0 ? t('custody/hours', { count: hours }) : null,
        days === 0 && rest > 0 ? t('custody/minutes', { count: rest }) : null,
      ];
      return t('custody/later', { duration: parts.filter(Boolean).join(' ') });
    },
    [t],
  );
}
