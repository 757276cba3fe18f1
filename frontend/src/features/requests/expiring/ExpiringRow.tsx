/** Data that lapses: the time left, what it is, by which rule, and the button that stops it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Day } from '@/components/text/Day';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { ProductionProgress, Unverified } from '@/features/requests/request/StateMarks';
import { progressOf } from '@/features/requests/request/state';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import type { ExpiringView } from './queries';
import { isLapsingSoon, timeLeft } from './time';
import classes from './Expiring.module.css';

/** `brief`: without the source of the rule. */
type Props = { one: ExpiringView; now: number; brief?: boolean; onExtend: () => void };

export function ExpiringHeads() {
  const { t } = useTranslation();
  return (
    <div className={classes['heads']} aria-hidden>
      {(['left', 'data', 'expires', 'rule', 'stops'] as const).map((name) => (
        <span key={name}>{t(`expiringHeads/${name}`)}</span>
      ))}
    </div>
  );
}

export function ExpiringRow({ one, now, brief = false, onExtend }: Props) {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const { said, country } = useRequestWords();
  const feared = one.stops.length > 0;
  return (
    <li className={classes['row']} data-soon={(feared && isLapsingSoon(one.due_at, now)) || undefined}>
      <strong className={classes['left']}>
        {feared || one.clock?.state === 'missed' ? timeLeft(one.due_at, now, locale) : t('expiring/stopped')}
      </strong>
      <div>
        <Link
          to="/jits/$jit/requests/$request"
          params={{ jit: jit.id, request: one.request }}
          className={classes['link']}
        >
          {visible(one.data ?? one.title ?? said(one.instrument_title))}
        </Link>
        {one.data && one.title ? <div>{visible(one.title)}</div> : null}
        <div className={classes['small']}>
          {[partyName(one.party), said(one.instrument_title), country(one.country)].join(' · ')} ·{' '}
          <span className="mono">{one.number}</span>
        </div>
      </div>
      <div>
        <span className={classes['label']}>{t('expiringHeads/expires')} </span>
        <Expires one={one} />
      </div>
      <Rule one={one} brief={brief} />
      <Stops one={one} now={now} onExtend={onExtend} />
    </li>
  );
}

/** When the data lapse; for data that a provider deletes, the day, and the oldest moment from which it is counted. */
function Expires({ one: { due_at: due, clock, retention } }: { one: ExpiringView }) {
  const { t } = useTranslation();
  if (retention)
    return (
      <>
        <Day day={retention.deletes_on} />
        <div className={classes['small']}>
          {t('expiring/oldest')} <When at={retention.oldest_at} form="column" zone={retention.zone} /> {retention.zone}
        </div>
      </>
    );
  return (
    <>
      <When at={due} form="column" />
      {clock ? (
        <div className={classes['small']}>
          <When at={due} form="column" zone={clock.zone} /> {clock.zone}
        </div>
      ) : null}
    </>
  );
}

/** The rule of the instrument, or the days of the provider card, with its source. */
function Rule({ one: { clock, retention }, brief }: { one: ExpiringView; brief: boolean }) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const rule = retention ?? clock;
  if (!rule) return <div />;
  return (
    <div>
      {retention
        ? t('expiring/keeps', {
            provider: visible(retention.provider),
            category: t(`dataCategory/${retention.category}`),
            count: retention.days,
          })
        : clock && said(clock.title)}{' '}
      {rule.verified ? null : <Unverified />}
      {rule.source && !brief ? (
        <div className={classes['small']}>
          {retention ? t('expiring/card') : null} {visible(rule.source)}
        </div>
      ) : null}
    </div>
  );
}

function Stops({ one, now, onExtend }: Props) {
  const { t } = useTranslation();
  const { jit, seat, may, partyName } = useTeam();
  const { stops, clock } = one;
  if (stops.length === 0)
    return (
      <span className={classes['small']}>
        {t(one.state === 'WITHDRAWN' ? 'expiring/nothing' : clock ? 'requestDeadline/stopped' : 'expiring/preserved')}
      </span>
    );
  const act = clock
    ? stops.includes('extension')
      ? 'extension'
      : 'production'
    : stops[0] === 'dispatch'
      ? 'dispatch'
      : 'preservation';
  if (!may('requests:work') || seat.party !== one.party)
    return <span className={classes['small']}>{t(`expiringOthers/${act}`, { party: partyName(one.party) })}</span>;
  const passed = clock ? clock.state === 'missed' : Date.parse(one.due_at) <= now;
  const advice = t(`expiringOwn/${passed ? 'passed' : act}`);
  return (
    <div className={classes['acts']}>
      <span className={classes['small']}>{advice}</span>
      <ProductionProgress progress={clock ? progressOf(clock, one.production) : null} />
      {jit.state === 'operational' && act !== 'dispatch' ? (
        <Button
          size="compact-sm"
          variant={isLapsingSoon(one.due_at, now) ? 'filled' : 'default'}
          renderRoot={(props) => (
            <Link
              to="/jits/$jit/requests/new"
              params={{ jit: jit.id }}
              search={clock ? { follows: one.request } : { preserves: one.request }}
              {...props}
            />
          )}
        >
          {t(clock ? 'requestDetail/requestProduction' : 'requestDetail/requestPreservation')}
        </Button>
      ) : null}
      {stops.includes('extension') ? (
        <Button size="compact-sm" variant="default" onClick={onExtend}>
          {t('requestDetail/extendPreservation')}
        </Button>
      ) : null}
    </div>
  );
}
