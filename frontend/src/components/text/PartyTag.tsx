/** A country or body by its name, in a frame that says what it has to do with the line. */
import { hint } from '@/components/hints/hint';
import classes from './PartyCode.module.css';

type Tone = 'origin' | 'held' | 'readable' | 'listed' | 'pending' | 'plain';

/** `about`: more about it, on hover and for a screen reader. */
export function PartyTag({ name, tone = 'plain', about }: { name: string; tone?: Tone; about?: string }) {
  return (
    <span
      className={`${classes['code'] ?? ''} ${classes['name'] ?? ''}`}
      data-tone={tone}
      {...(about ? hint(about) : {})}
    >
      {name}
    </span>
  );
}
