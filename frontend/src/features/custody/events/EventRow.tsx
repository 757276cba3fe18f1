/** One event of custody in the table, and on demand everything that its entry in the audit log says. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import { useTeam } from '@/api/team';
import { hint } from '@/components/hints/hint';
import { When } from '@/components/text/When';
import { EntryLines, Recorded } from '@/features/audit/entries/EntryBody';
import { entrySummary } from '@/features/audit/entries/entrySummary';
import { VerifiedMark } from '@/features/audit/entries/Mark';
import { actor, sayings } from '@/features/audit/entries/said';
import { useSaying } from '@/features/audit/entries/useSaying';
import type { Inclusion } from '@/features/audit/entries/useIncluded';
import { useWord } from '@/i18n/useWord';
import type { Finding } from '@/lib/commitments';
import { eventIcon } from './eventIcons';
import { LATE, type Gap, type Occasion } from './occasions';
import { dayOf } from './range';
import { SYSTEM } from './chart';
import { useDelay } from './useDelay';
import classes from './Events.module.css';

type Props = {
  row: Occasion;
  open: boolean;
  finding: Finding | undefined;
  inclusion: Inclusion | undefined;
  onToggle: () => void;
};

export function EventRow({ row, open, finding, inclusion, onToggle }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { entry, n } = row;
  const saying = useSaying(entry);
  const Icon = eventIcon(entry.kind);
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (open) element.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const details = entrySummary(entry, sayings(entry, saying), t('common/colon'));
  const bad = finding === 'differs' || inclusion === 'absent';
  return (
    <>
      <tr ref={element} className={classes['row']} data-open={open || undefined} data-bad={bad || undefined}>
        <td className={classes['time']} data-label={t('custody/event')}>
          <When at={new Date(row.at).toISOString()} />
        </td>
        <td className={classes['recorded']} data-label={t('custody/recorded')}>
          <RecordedAt row={row} />
        </td>
        <td className={classes['what']}>
          <UnstyledButton className={classes['toggle']} aria-expanded={open} onClick={onToggle}>
            <IconChevronRight size={13} className={classes['turn'] ?? ''} data-open={open || undefined} aria-hidden />
            <Icon size={15} stroke={1.6} className={classes['icon'] ?? ''} aria-hidden />
            {word('entry', entry.kind ?? '')}
          </UnstyledButton>
        </td>
        <td className={classes['details']}>{details}</td>
        <td data-label={t('custody/by')}>
          <By entry={entry} />
        </td>
        <td className={classes['log']}>
          <VerifiedMark finding={finding} inclusion={inclusion} />{' '}
          {n === null ? null : (
            <span
              className="mono"
              {...hint(
                entry.position === null ? t('custody/pending') : t('custody/position', { position: entry.position }),
              )}
            >
              {t('custody/chain', { n })}
            </span>
          )}
        </td>
      </tr>
      {open ? (
        <tr className={classes['body']}>
          <td colSpan={6}>
            <EntryLines entry={entry} />
            <Recorded entry={entry} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** The clock alone on the day of the event; the delay in words. */
function RecordedAt({ row }: { row: Occasion }) {
  const { zone } = useTeam();
  const delay = useDelay();
  const recorded = row.entry.at ?? '';
  const day = dayOf(row.at, zone);
  const same = Date.parse(recorded) >= day.from && Date.parse(recorded) < day.until;
  return (
    <>
      <When at={recorded} form={same ? 'minute' : 'full'} />{' '}
      <span className={classes['delay']} data-late={row.late >= LATE || undefined}>
        {delay(row.late)}
      </span>
    </>
  );
}

export function By({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const { name, authority } = actor(entry);
  if (entry.seat === SYSTEM) return <span className="dim">{t('custody/system')}</span>;
  return (
    <span {...hint([entry.seat, authority].filter(Boolean).join(' · '))}>
      {name ?? <span className="mono">{entry.seat}</span>}{' '}
      {entry.party ? <span className="dim">{partyName(entry.party)}</span> : null}
    </span>
  );
}

/** Entries that other parties read: their numbers keep the place. */
export function GapRow({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const count = gap.to - gap.from + 1;
  const numbers = gap.from === gap.to ? String(gap.from) : `${String(gap.from)}–${String(gap.to)}`;
  return (
    <tr className={classes['gap']}>
      <td colSpan={5}>
        <span {...hint(t('custody/withheldHelp'))}>
          <IconLock size={14} stroke={1.5} aria-hidden /> {t('custody/withheldMany', { count })}
        </span>
      </td>
      <td className={classes['log']}>
        <span className="mono">{t('custody/chain', { n: numbers })}</span>
      </td>
    </tr>
  );
}
