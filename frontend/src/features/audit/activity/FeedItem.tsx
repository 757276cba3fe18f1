import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '@/components/text/When';
import { Sentence } from './Sentence';
import type { Series } from './series';
import classes from './Feed.module.css';

/** A line of the feed: one entry, or several similar ones that can be unfolded. */
export function FeedItem({ line, fresh, day }: { line: Series; fresh: boolean; day: string | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const count = line.entries.length;
  return (
    <>
      {day ? <li className={classes['day']}>{day}</li> : null}
      <li className={classes['item']} data-fresh={fresh || undefined}>
        <span className={classes['time']}>
          <When at={line.at} form="clock" />
        </span>
        <div className={classes['words']}>
          <Sentence entries={line.entries} />
          {fresh ? <span className="visually-hidden"> ({t('live/fresh')})</span> : null}
          {count > 1 ? (
            <UnstyledButton className={classes['unfold']} aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t('activity/less') : t('activity/more', { count })}
            </UnstyledButton>
          ) : null}
          {open ? (
            <ul className={classes['single']}>
              {line.entries.map((entry) => (
                <li key={entry.commitment}>
                  <Sentence entries={[entry]} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </li>
    </>
  );
}
