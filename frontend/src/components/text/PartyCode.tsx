/** A country or body: its short code, the name on hover and for a screen reader. */
import type { ReactNode } from 'react';
import classes from './PartyCode.module.css';
import { hint } from '@/components/hints/hint';

type Tone = 'origin' | 'held' | 'readable' | 'listed' | 'pending' | 'plain';

export function PartyCode({
  code,
  name,
  tone = 'plain',
  mark,
}: {
  code: string;
  name: string;
  tone?: Tone;
  mark?: ReactNode;
}) {
  return (
    <span className={classes['code']} data-tone={tone} {...hint(name)}>
      {code}
      {mark}
    </span>
  );
}
