import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { TaskLink } from '@/components/tasks/TaskLink';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import type { Fact } from '@/realtime/frames';
import classes from './Feed.module.css';
import { hint } from '@/components/hints/hint';

export function FeedItem({ fact, fresh, day }: { fact: Fact; fresh: boolean; day: string | null }) {
  const { t } = useTranslation();
  const word = useWord();
  const { jit, seat, members, partyName } = useTeam();
  const person = members.find(({ code }) => code === fact.seat);
  const evidence = fact.subject.evidence;
  const what = fact.kind === 'export.made' && !evidence ? t('facts/export.made.jit') : word('facts', fact.kind);
  return (
    <>
      {day ? <li className={classes['day']}>{day}</li> : null}
      <li className={classes['item']} data-fresh={fresh || undefined}>
        <span className={classes['time']}>
          <When at={fact.at} form="clock" />
        </span>
        <span className={classes['words']}>
          {fact.seat === 'system' ? null : (
            <span
              className={fact.seat === seat.code ? undefined : classes['seat']}
              {...hint(
                [person?.name, fact.party ? partyName(fact.party) : t('signIn/noParty')].filter(Boolean).join(' · '),
              )}
            >
              {fact.seat === seat.code ? t('live/you') : fact.seat}
            </span>
          )}{' '}
          {fact.subject.consent ? (
            <Link className="exhibit-link" to="/jits/$jit/consents" params={{ jit: jit.id }}>
              {what}
            </Link>
          ) : (
            what
          )}
          {fact.subject.task ? (
            <span className={classes['exhibit']}>
              <TaskLink id={fact.subject.task} />
            </span>
          ) : null}
          {evidence ? (
            <span className={classes['exhibit']}>
              <ExhibitLink id={evidence} />
            </span>
          ) : null}
          {fresh ? <span className="visually-hidden"> ({t('live/fresh')})</span> : null}
        </span>
      </li>
    </>
  );
}
