/** The event under the pointer or chosen by key: what, when, when it was recorded, and by whom. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { actor } from '@/features/audit/entries/said';
import { useWord } from '@/i18n/useWord';
import { chainOf } from '@/lib/commitments';
import { fullTime } from '@/lib/time';
import { SYSTEM, type Mark, type Placed } from './chart';
import { LATE } from './occasions';
import { useDelay } from './useDelay';
import classes from './Chart.module.css';

const WIDTH = 260;

export function ChartTip({ place, x, y, width }: { place: Placed; x: number; y: number; width: number }) {
  const [first] = place.marks;
  const last = place.marks.at(-1);
  if (!first || !last) return null;
  const left = Math.min(Math.max(x - WIDTH / 2, 4), Math.max(width - WIDTH - 4, 4));
  return (
    <div className={classes['tip']} role="status" style={{ insetInlineStart: left, top: y + 14, width: WIDTH }}>
      {place.marks.length === 1 ? (
        <One mark={first} />
      ) : (
        <Several first={first} last={last} count={place.marks.length} />
      )}
    </div>
  );
}

function One({ mark }: { mark: Mark }) {
  const { t } = useTranslation();
  const word = useWord();
  const { zone, locale, partyName } = useTeam();
  const delay = useDelay();
  const late = Math.max(mark.recorded - mark.at, 0);
  const n = chainOf(mark.entry)?.n;
  const { name } = actor(mark.entry);
  const by =
    mark.entry.seat === SYSTEM
      ? t('custody/system')
      : [name ?? mark.entry.seat, mark.entry.party ? partyName(mark.entry.party) : null].filter(Boolean).join(', ');
  return (
    <>
      <strong>{word('entry', mark.entry.kind ?? '')}</strong>{' '}
      {n === undefined ? null : <span className="mono dim">{t('custody/chain', { n })}</span>}
      <dl>
        <dt>{t('custody/event')}</dt>
        <dd>{fullTime(new Date(mark.at).toISOString(), zone, locale)}</dd>
        <dt>{t('custody/recorded')}</dt>
        <dd>
          {fullTime(new Date(mark.recorded).toISOString(), zone, locale)}{' '}
          <span className={classes['delay']} data-late={late >= LATE || undefined}>
            {delay(late)}
          </span>
        </dd>
        {mark.to ? (
          <>
            <dt>{t('custody/party')}</dt>
            <dd>{mark.to === SYSTEM ? t('custody/system') : partyName(mark.to)}</dd>
          </>
        ) : null}
        <dt>{t('custody/by')}</dt>
        <dd>{by}</dd>
      </dl>
    </>
  );
}

function Several({ first, last, count }: { first: Mark; last: Mark; count: number }) {
  const { t } = useTranslation();
  const word = useWord();
  const { zone, locale } = useTeam();
  const at = (mark: Mark) => fullTime(new Date(mark.at).toISOString(), zone, locale);
  return (
    <>
      <strong>{word('entry', first.entry.kind ?? '')}</strong>{' '}
      <span className="dim">{t('chart/times', { count })}</span>
      <dl>
        <dt>{t('chart/first')}</dt>
        <dd>{at(first)}</dd>
        <dt>{t('chart/last')}</dt>
        <dd>{at(last)}</dd>
      </dl>
    </>
  );
}
