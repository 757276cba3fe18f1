/** Preview of access by party and member: the server's answer before anything is saved. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { simulationQuery, type ForeseenView, type SimulationForm } from '@/features/sharing/access/queries';
import { useTeam } from '@/api/team';
import { useWord } from '@/i18n/useWord';
import { useMemberName } from '@/components/text/useMemberName';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { conditionsOf } from './terms';
import classes from './Foreseen.module.css';

/** `only`: these parties; default: all other parties. */
export function Foreseen({ wish, only }: { wish: SimulationForm | null; only?: readonly string[] }) {
  const { t } = useTranslation();
  const { jit, seat, parties } = useTeam();
  const text = JSON.stringify(wish);
  const [settled] = useDebouncedValue(text, 300);
  const { data, error, refetch } = useQuery(simulationQuery(jit.id, JSON.parse(settled) as SimulationForm | null));
  if (wish === null) return null;
  if (error && settled === text)
    return <ProblemNotice error={error} title={t('rules/notForeseen')} onRetry={() => void refetch()} />;
  const place = (code: string) => parties.findIndex((one) => one.code === code);
  const shown = data
    ?.filter(({ party }) => (only ? only.includes(party) : party !== seat.party))
    .sort((a, b) => place(a.party) - place(b.party));
  if (!shown) return <Skeleton height={72} role="status" aria-label={t('rules/asking')} />;
  return (
    <ul className={classes['list']} aria-busy={settled !== text} aria-live="polite" aria-label={t('rules/whoCould')}>
      {shown.map((one) => (
        <Party key={one.party} one={one} open={shown.length === 1} />
      ))}
    </ul>
  );
}

function Party({ one, open }: { one: ForeseenView; open: boolean }) {
  const { t } = useTranslation();
  const { partyName, zone, locale } = useTeam();
  const nameOf = useMemberName();
  const word = useWord();
  const { release, because } = one.after;
  const before = one.before.release?.level ?? 'none';
  const after = release?.level ?? 'none';
  const seeing = one.seats.filter((seat) => seat.after !== 'none');
  return (
    <li className={classes['party']}>
      <div className={classes['line']}>
        <strong>{partyName(one.party)}</strong>
        <span className={classes['level']} data-none={after === 'none' || undefined}>
          {before === after || before === 'none' ? (
            t(`level/${after}`)
          ) : (
            <>
              <del>{t(`level/${before}`)}</del> {t('rules/becomes')} <ins>{t(`level/${after}`)}</ins>
            </>
          )}
        </span>
      </div>
      <p className="dim">
        {after === 'none' ||
        one.after.rules.length > 0 ||
        because === 'waits_for_gate' ||
        because === 'as_parents_admit'
          ? `${word('because', because)} `
          : ''}
        {release ? conditionsOf(release, { t, zone, locale }).join(' · ') : null}
        {release?.basis ? ` ${t('say/basis', { basis: release.basis })}` : null}
      </p>
      <details open={open}>
        <summary>
          {seeing.length > 0
            ? t('rules/seatsSee', { count: seeing.length, total: one.seats.length })
            : t('rules/noSeatSees', { count: one.seats.length })}
        </summary>
        <ul className={classes['seats']}>
          {one.seats.map((seat) => (
            <li key={seat.seat} data-none={seat.after === 'none' || undefined}>
              <span>{nameOf(seat.seat)}</span>
              <span>
                {seat.before === seat.after || seat.before === 'none'
                  ? t(`level/${seat.after}`)
                  : `${t(`level/${seat.before}`)} → ${t(`level/${seat.after}`)}`}
              </span>
              <span className="dim">{word('because', seat.because)}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
