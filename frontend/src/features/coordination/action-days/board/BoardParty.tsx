/** A party on the wall: its code, its clock now and at H, its word, and how each of its actions stands. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionView, OperationView, PartyWordView } from '@/api/views';
import { shortClock } from '@/lib/time';
import { Words } from '@/components/text/Words';
import { ActionSteps } from '@/features/coordination/action-days/ActionSteps';
import { localTime } from '@/features/coordination/action-days/countdown';
import { stateOf } from '@/features/coordination/action-days/queue';
import { StateMark } from '@/features/coordination/action-days/StateMark';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from './Board.module.css';

type Props = { day: OperationView; party: PartyWordView; actions: ActionView[]; now: number };

export function BoardParty({ day, party, actions, now }: Props) {
  const { t } = useTranslation();
  const { locale, partyName } = useTeam();
  const { all } = useQueue();
  const word = party.stands && party.word ? party.word : 'silent';
  return (
    <section className={classes['party']} data-word={word} aria-label={partyName(party.party)}>
      <header>
        <h2>{party.party}</h2>
        <span className={classes['clock']}>{shortClock(now, party.zone, locale)}</span>
        <span className={classes['h']}>
          {t('operations/hAt', { when: localTime(Date.parse(day.h_at), party.zone, locale) })}
        </span>
        {party.asked ? (
          <strong className={classes['word']} data-word={word}>
            {word === 'silent' ? '—' : t(`operations/${word}`)}
          </strong>
        ) : null}
      </header>
      {actions.length === 0 ? <p className="dim">{t('operations/none')}</p> : null}
      <ul>
        {actions.map((action) => {
          const { state, since, waiting } = stateOf(action, all);
          return (
            <li key={action.id} data-number={action.number} data-state={state}>
              <div className={classes['what']}>
                <span className={classes['number']}>{action.number}</span>
                <StateMark state={state} waiting={waiting} size="0.9em" />
                <time dateTime={since}>{shortClock(Date.parse(since), party.zone, locale)}</time>
              </div>
              {action.plan ? (
                <p className={classes['objective']}>
                  <Words of={action.plan} name="objective">
                    {action.plan.objective}
                  </Words>
                </p>
              ) : null}
              <ActionSteps day={day} action={action} size="sm" />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
