/** The deadlines of all requests along a line of time, the next one first. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { When } from '@/components/text/When';
import { distance } from '@/lib/due';
import { SPANS, spanOf, type Due } from '@/features/requests/request/state';
import { Unverified } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { RequestLink } from './RequestRow';
import classes from './Timeline.module.css';

export function DeadlineTimeline({ dues, now }: { dues: Due[]; now: number }) {
  const { t } = useTranslation();
  if (dues.length === 0) return <p className={classes['none']}>{t('requests/noDeadlines')}</p>;
  return (
    <div className={classes['spans']}>
      {SPANS.map((span) => {
        const found = dues.filter(({ clock }) => spanOf(clock.due_at, now) === span);
        return found.length === 0 ? null : (
          <section key={span} className={classes['span']} aria-labelledby={`deadlines-${span}`} data-span={span}>
            <h2 id={`deadlines-${span}`} className={classes['heading']}>
              {t(`requestSpan/${span}`)} <span className="dim">{found.length}</span>
            </h2>
            <ol className={classes['list']}>
              {found.map((due) => (
                <Line key={due.clock.id} due={due} now={now} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function Line({ due: { request, clock }, now }: { due: Due; now: number }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const { said, sides } = useRequestWords();
  const item = request.items.find(({ id }) => id === clock.item);
  return (
    <li className={classes['line']} data-lapses={clock.lapses || undefined}>
      <div>
        <strong>
          <When at={clock.due_at} form="column" />
        </strong>
        <div className="dim">{distance(clock.due_at, now, locale)}</div>
      </div>
      <div>
        {said(clock.title)} {clock.verified ? null : <Unverified />}
        {item ? <div className="dim">{t('requestDetail/ofItem', { place: item.place })}</div> : null}
      </div>
      <div>
        <RequestLink request={request} />
        <div className="dim">
          {t('requestDetail/sides', sides(request))} · <span className="mono">{request.number}</span>
        </div>
      </div>
    </li>
  );
}
