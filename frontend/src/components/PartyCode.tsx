/** A country or body: its short code, the name on hover and for a screen reader. */
import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PartyCode.module.css';

type Tone = 'origin' | 'held' | 'readable' | 'listed' | 'pending' | 'plain';

export function PartyCode({ code, hint, tone = 'plain', mark }: { code: string; hint: ReactNode; tone?: Tone; mark?: ReactNode }) {
  return (
    <Tooltip label={hint}>
      <span className={classes['code']} data-tone={tone}>
        {code}
        {mark}
      </span>
    </Tooltip>
  );
}
