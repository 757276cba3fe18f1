/** A party on the board: its local time, its answer by shape, word and colour, and the state of each of its actions. */
import { IconAlertTriangle, IconCheck, IconClockQuestion, IconHandStop, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import type { ActionView, PartyWordView } from '@/api/views';
import { answerOf, startedEarly } from '@/features/coordination/action-days/day-steps/dayStep';
import { StateMark } from '@/features/coordination/action-days/StateMark';
import { duration } from '@/lib/format';
import { columnTime, shortClock } from '@/lib/time';
import { visible } from '@/lib/visible';
import { nameOf } from './boardLog';
import type { BoardSnapshot, ShownAction } from './snapshot';
import classes from './Board.module.css';

const SHAPES = { go: IconCheck, no_go: IconX, silent: IconClockQuestion };

type Props = {
  board: BoardSnapshot;
  party: PartyWordView;
  actions: ActionView[];
  now: number;
  shown: (action: ActionView) => ShownAction;
  steps?: ((action: ActionView) => ReactNode) | undefined;
};

export function BoardParty({ board, party, actions, now, shown, steps }: Props) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const answer = answerOf(party);
  const word = party.asked ? answer : 'supports';
  const Shape = SHAPES[answer];
  const name = board.parties.find(({ code }) => code === party.party)?.name ?? party.party;
  const by = board.members.find(({ code }) => code === party.said_by)?.name ?? party.said_by;
  return (
    <section className={classes['party']} data-word={word} aria-label={name}>
      <header>
        <div>
          <h2>{name}</h2>
          <span className={classes['local']}>{shortClock(now, party.zone, locale)}</span>
        </div>
        {party.asked ? (
          <strong className={classes['word']} data-word={answer}>
            <Shape size="1.1em" stroke={2.5} aria-hidden />
            {t(`operations/${answer}`)}
          </strong>
        ) : null}
      </header>
      <p className={classes['by']}>
        {!party.asked
          ? t('operations/supports')
          : party.stands && by && party.said_at
            ? `${by}, ${columnTime(party.said_at, party.zone, locale)}`
            : null}
      </p>
      {answer === 'no_go' && party.reason ? <p className={classes['reason']}>“{visible(party.reason)}”</p> : null}
      {actions.length === 0 ? <p className="dim">{t('operations/none')}</p> : null}
      <ul>
        {actions.map((action) => (
          <Card
            key={action.id}
            board={board}
            party={party}
            action={action}
            shown={shown(action)}
            steps={steps?.(action)}
          />
        ))}
      </ul>
    </section>
  );
}

type CardProps = {
  board: BoardSnapshot;
  party: PartyWordView;
  action: ActionView;
  shown: ShownAction;
  steps: ReactNode;
};

function Card({ board, party, action, shown: { state, since, waiting }, steps }: CardProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const held = party.asked && answerOf(party) !== 'go' && (state === 'planned' || state === 'ready');
  const early = startedEarly(board.day, action);
  const team = action.plan && !action.plan.erased['team'] ? action.plan.team : null;
  return (
    <li data-number={action.number} data-state={state}>
      <div className={classes['what']}>
        <StateMark state={state} waiting={waiting} size="0.95em" />
        <time dateTime={since}>{shortClock(Date.parse(since), party.zone, locale)}</time>
      </div>
      <p className={classes['objective']}>{visible(nameOf(action))}</p>
      {team ? <p className={classes['detail']}>{visible(team)}</p> : null}
      {held ? (
        <p className={classes['held']}>
          {answerOf(party) === 'no_go' ? (
            <>
              <IconHandStop size="1em" stroke={2} aria-hidden /> {t('operations/onHold')}
            </>
          ) : (
            t('operations/startsAfterGo')
          )}
        </p>
      ) : null}
      {early === null ? null : (
        <p className={classes['early']}>
          <IconAlertTriangle size="1em" stroke={2} aria-hidden />{' '}
          {t('operations/beganEarly', { left: duration(early / 1000, locale) })}
        </p>
      )}
      {steps}
    </li>
  );
}
