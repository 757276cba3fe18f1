/** Who has a request now and for how long, whom to ask there, the next deadline, and what to do about a lapse. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { When } from '@/components/text/When';
import { isSoon } from '@/lib/due';
import { shortClock, weekday } from '@/lib/time';
import { visible } from '@/lib/visible';
import { ExtendDialog } from '@/features/requests/deadlines/ExtendDialog';
import type { DeadlineView, RequestView } from './queries';
import { daysSince, holderOf, isLapsing, isLate, isOver, nextDeadline } from './state';
import { DeadlineWhen, Unverified } from './StateMarks';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

type Props = { request: RequestView; now: number; works: boolean };

export function NextPanel({ request, now, works }: Props) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const clock = nextDeadline(request.clocks);
  const item = request.items.find(({ id }) => id === clock?.item);
  return (
    <section className={classes['nextPanel']} data-soon={(clock && isSoon(clock.due_at, now)) || undefined}>
      <dl className={classes['next']}>
        <div>
          <dt>{t('requestDetail/holder')}</dt>
          <dd>
            <HolderNow request={request} now={now} />
          </dd>
        </div>
        <div>
          <dt>{t('requestDetail/contact')}</dt>
          <dd>
            <Contact request={request} now={now} />
          </dd>
        </div>
        <div>
          <dt>{t('requestHeads/deadline')}</dt>
          <dd>
            {clock ? (
              <>
                <strong>
                  {item ? `${t('requestDetail/ofItem', { place: item.place })}${t('common/colon')}` : null}
                  {said(clock.title)}
                </strong>{' '}
                {clock.verified ? null : <Unverified />}
                <DeadlineWhen clock={clock} now={now} />
              </>
            ) : (
              <span className="dim">{t('requests/noDeadline')}</span>
            )}
          </dd>
        </div>
      </dl>
      {works ? <Acts request={request} clock={clock} /> : null}
    </section>
  );
}

function HolderNow({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const holder = holderOf(request);
  if (!holder)
    return <span className="dim">{t(isOver(request) ? 'requestDetail/over' : 'requestDetail/noHolder')}</span>;
  const days = daysSince(holder.since, now);
  const { usual_wait: usual } = request;
  const usualDays = usual ? Math.round(usual.hours / 24) : null;
  return (
    <>
      <strong>{holder.authority === null ? partyName(holder.party) : visible(holder.authority)}</strong>
      <div className={classes['small']}>
        {days > 0 ? (
          <span className={isLate(request, days) ? classes['waits'] : ''}>
            {t('requestDetail/days', { count: days })}{' '}
          </span>
        ) : null}
        {t('requestDetail/since')} <When at={holder.since} form="column" />
      </div>
      {usual && usualDays !== null && holder.authority !== null ? (
        <div className={classes['small']}>
          {t(days > usualDays ? 'requestDetail/longer' : 'requestDetail/usual', {
            days: t('requestDetail/days', { count: usualDays }),
            steps: t('requestDetail/steps', { count: usual.steps }),
          })}
        </div>
      ) : null}
    </>
  );
}

/** The contact at the last step, with the local time of the executing authority where it is in the same country. */
function Contact({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const hop = request.hops.at(-1);
  const zone = request.content?.zone;
  const there = request.to && (!hop?.country || hop.country === request.to.country) ? zone : undefined;
  return (
    <>
      {hop?.contact ? (
        <strong>{visible(hop.contact)}</strong>
      ) : (
        <span className="dim">{t('requestDetail/noContact')}</span>
      )}
      {there ? (
        <div className={classes['small']}>
          {t('requestDetail/localTime', {
            time: `${weekday(now, there, locale)} ${shortClock(now, there, locale)}`,
            zone: there,
          })}
        </div>
      ) : null}
    </>
  );
}

function Acts({ request, clock }: { request: RequestView; clock: DeadlineView | null }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [extending, setExtending] = useState<DeadlineView | null>(null);
  const extensible =
    request.clocks.find(({ lapses, extension }) => lapses && extension) ?? (clock?.extension ? clock : null);
  if (isOver(request) || (!isLapsing(request) && !extensible)) return null;
  return (
    <div className={classes['acts']}>
      {isLapsing(request) && jit.state === 'operational' ? (
        <Button
          renderRoot={(props) => (
            <Link to="/jits/$jit/requests/new" params={{ jit: jit.id }} search={{ follows: request.id }} {...props} />
          )}
        >
          {t('requestDetail/requestProduction')}
        </Button>
      ) : null}
      {extensible ? (
        <Button variant="default" onClick={() => setExtending(extensible)}>
          {t(extensible.lapses ? 'requestDetail/extendPreservation' : 'requestDetail/extend')}
        </Button>
      ) : null}
      {extending ? <ExtendDialog request={request.id} clock={extending} onClose={() => setExtending(null)} /> : null}
    </div>
  );
}
