/** A rule in words: every two weeks on Mon, Thu, until 3 Mar 2027. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { calendarDay } from '@/lib/time';
import { dayWord, readRule } from './repeats';

export function useRepeatWords(): (rule: string, zone: string) => string {
  const { t } = useTranslation();
  const { locale } = useTeam();
  return useCallback(
    (rule: string, zone: string) => {
      const read = readRule(rule, zone);
      if (!read) return rule;
      const days =
        read.days.length > 0 ? t('repeat/on', { days: read.days.map((day) => dayWord(day, locale)).join(', ') }) : '';
      const end =
        read.count !== null
          ? t('repeat/saidTimes', { count: read.count })
          : read.until
            ? t('repeat/saidUntil', { day: calendarDay(read.until, locale) })
            : '';
      return [t(`repeat/said_${read.frequency}`, { count: read.interval }), days, end].filter(Boolean).join(', ');
    },
    [t, locale],
  );
}
