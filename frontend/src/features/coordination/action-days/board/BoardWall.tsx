/** The board of an action day for a wall screen: H-hour, totals, the state of each party, the operations log. */
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import type { ActionView } from '@/api/views';
import { countdown } from '@/features/coordination/action-days/countdown';
import { clockOf } from '@/features/coordination/action-days/day-steps/dayStep';
import { Rehearsal } from '@/features/coordination/action-days/Rehearsal';
import { StepReasons } from '@/features/coordination/action-days/day-steps/StepReasons';
import { clockTime, dayName, shortClock, zoneName } from '@/lib/time';
import { BoardLog } from './BoardLog';
import { BoardParty } from './BoardParty';
import { BoardTotals } from './BoardTotals';
import { namesOf, type BoardSnapshot, type ShownAction } from './snapshot';
import classes from './Board.module.css';

type Props = {
  board: BoardSnapshot;
  now: number;
  /** Connection and time of the last state. */
  status: ReactNode;
  /** Buttons beside the title. */
  tools?: ReactNode;
  /** The field for a new entry of the operations log. */
  entry?: ReactNode;
  /** Alarms, and entries that this device has not sent yet. */
  unsent?: ReactNode;
  shown?: (action: ActionView) => ShownAction;
  steps?: (action: ActionView) => ReactNode;
  wall?: Ref<HTMLDivElement>;
};

const asServer = (action: ActionView): ShownAction => ({ state: action.state, since: action.since_at, waiting: false });

export function BoardWall({ board, now, status, entry, tools, unsent, shown = asServer, steps, wall }: Props) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { day, zone } = board;
  const h = Date.parse(day.h_at);
  return (
    <div ref={wall} className={classes['wall']} tabIndex={-1} role="region" aria-label={t('operations/board')}>
      <header className={classes['head']}>
        <div className={classes['name']}>
          <h1>
            {day.title} <Rehearsal day={day} />
            <span className={classes['dayState']} data-state={day.state}>
              {day.state === 'live' ? <IconPlayerPlay size="0.9em" stroke={2} aria-hidden /> : null}
              {t(`operationState/${day.state}`)}
            </span>
          </h1>
          <p className={classes['sub']}>
            {board.team} · {dayName(day.h_at, zone, locale)}
            {day.live_at
              ? ` · ${t('operations/live', { when: shortClock(Date.parse(day.live_at), zone, locale) })}`
              : ''}
          </p>
          <StepReasons day={day} zone={zone} locale={locale} {...namesOf(board)} />
          {tools}
        </div>
        <div className={classes['clocks']}>
          <div>
            <span className={classes['count']} role="timer">
              {countdown(day.h_at, clockOf(day, now), t('operations/dayLetter'))}
            </span>
            <p className={classes['sub']}>
              {t('operationsBoard/hour', { when: `${shortClock(h, zone, locale)} ${zoneName(h, zone, locale)}` })} ·{' '}
              {shortClock(h, 'UTC', locale)} {t('operations/universal')}
            </p>
          </div>
          <span className={classes['clock']}>
            {clockTime(new Date(now).toISOString(), zone, locale)} <small>{zoneName(now, zone, locale)}</small>
          </span>
        </div>
      </header>
      {unsent}
      <BoardTotals board={board} />
      <div className={classes['parties']}>
        {day.parties.map((party) => (
          <BoardParty
            key={party.party}
            board={board}
            party={party}
            now={now}
            actions={board.actions.filter((action) => action.party === party.party)}
            shown={shown}
            steps={steps}
          />
        ))}
      </div>
      <BoardLog board={board} status={status} entry={entry} />
    </div>
  );
}
