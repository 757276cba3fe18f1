/** A level of access as bars and words. */
import { useTranslation } from 'react-i18next';
import type { Level } from '@/api/views';
import classes from './Releases.module.css';

const BARS = { none: 0, listed: 1, readable: 2, held: 3 } as const;

export function AccessLevel({ level, word }: { level: Level | 'none'; word?: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes['access']} data-none={level === 'none' || undefined}>
      <span className={classes['bars']} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span key={bar} data-on={bar <= BARS[level] || undefined} />
        ))}
      </span>
      <strong>{word ?? t(`level/${level}`)}</strong>
    </span>
  );
}
