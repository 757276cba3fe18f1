/** The next H-hour of the team: how far it is, and which parties confirmed GO. */
import { IconCheck, IconClockQuestion, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { operationsQuery } from '@/features/coordination/action-days/queries/operations';
import { useTeam } from '@/api/team';
import type { OperationView, PartyWordView } from '@/api/views';
import { TwoTimes } from '@/components/text/TwoTimes';
import { countdown } from '@/features/coordination/action-days/countdown';
import { useNow } from '@/lib/useNow';
import classes from './Overview.module.css';

const SHAPES = { go: IconCheck, no_go: IconX, silent: IconClockQuestion };

/** A day in progress, else the planned one whose H-hour is next. */
export function nextDay(days: readonly OperationView[], now: number): OperationView | null {
  const coming = days.filter((day) => day.state === 'planned' && Date.parse(day.h_at) > now);
  const live = days.filter((day) => day.state === 'live');
  return [...live, ...coming].toSorted((one, other) => Date.parse(one.h_at) - Date.parse(other.h_at))[0] ?? null;
}

export function NextHourPanel() {
  const { jit, may } = useTeam();
  const now = useNow(1000);
  const { data } = useQuery({ ...operationsQuery(jit.id), enabled: may('operations:read') });
  const day = nextDay(data?.items ?? [], now);
  return day ? <Day day={day} now={now} /> : null;
}

function Day({ day, now }: { day: OperationView; now: number }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const asked = day.parties.filter((one) => one.asked);
  const go = asked.filter((one) => one.stands && one.word === 'go').length;
  return (
    <section className={classes['panel']} data-accent aria-labelledby="next-hour">
      <div className={classes['hour']}>
        <header>
          <h2 id="next-hour">{t('situation/nextHour')}</h2>
          <span className={classes['state']}>{t(`operationState/${day.state}`)}</span>
        </header>
        <p className={classes['figure']} role="timer">
          {countdown(day.h_at, now, t('operations/dayLetter'))}
        </p>
        <p>
          <Link
            to="/jits/$jit/operations/$operation"
            params={{ jit: jit.id, operation: day.id }}
            className={`exhibit-link ${classes['name'] ?? ''}`}
          >
            {day.title}
          </Link>{' '}
          · <TwoTimes at={day.h_at} zone={day.h_zone} />
        </p>
        <ul className={classes['answers']}>
          {asked.map((one) => (
            <Answer key={one.party} one={one} />
          ))}
        </ul>
        <p className="dim">{t('situation/confirmed', { go, count: asked.length })}</p>
      </div>
    </section>
  );
}

function Answer({ one }: { one: PartyWordView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const word = one.stands && one.word ? one.word : 'silent';
  const Shape = SHAPES[word];
  return (
    <li className={classes['answer']} data-word={word}>
      <Shape size={14} stroke={2} aria-hidden />
      {partyName(one.party)}
      <span className="visually-hidden">
        {t('common/colon')}
        {t(`operations/${word}`)}
      </span>
    </li>
  );
}
