/** The access level as three bars; its name is beside them. */
import type { Level } from '@/api/views';
import classes from './LevelBars.module.css';

const FILLED: Record<Level | 'none', number> = { none: 0, listed: 1, readable: 2, held: 3 };

export function LevelBars({ level }: { level: Level | 'none' }) {
  return (
    <span className={classes['bars']} aria-hidden>
      {[0, 1, 2].map((place) => (
        <span key={place} data-filled={place < FILLED[level] || undefined} />
      ))}
    </span>
  );
}
