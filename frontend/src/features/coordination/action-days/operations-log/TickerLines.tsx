/** Lines of the operations log; those that wait to be sent come first. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { OperationView, ReportView } from '@/api/views';
import { PartyTag } from '@/components/text/PartyTag';
import { When } from '@/components/text/When';
import { Words } from '@/components/text/Words';
import { visible } from '@/lib/visible';
import { usePerson } from '@/features/coordination/action-days/usePerson';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function TickerLines({ day, reports, empty }: { day: OperationView; reports: ReportView[]; empty: boolean }) {
  const { t } = useTranslation();
  const { seat, partyName } = useTeam();
  const person = usePerson();
  const { all } = useQueue();
  const waiting = all
    .flatMap((one) => (one.what === 'report' && one.operation === day.id && !one.refused ? [one] : []))
    .toReversed();
  if (empty && reports.length + waiting.length === 0) return <p className="dim">{t('operations/noReports')}</p>;
  return (
    <ul className={classes['lines']} aria-label={t('operations/ticker')}>
      {waiting.map((one) => (
        <li key={one.id} className={classes['tick']} data-kind={one.body.kind}>
          <When at={one.body.occurred_at} form="clock" />
          <PartyTag name={partyName(seat.party ?? '')} />
          <span>
            {visible(one.body.text)} <span className={classes['waits']}>{t('operations/waiting')}</span>
          </span>
        </li>
      ))}
      {reports.map((one) => (
        <li key={one.id} className={classes['tick']} data-kind={one.kind}>
          <When at={one.occurred_at} form="clock" />
          <PartyTag name={partyName(one.party)} />
          <span>
            {one.kind === 'decision' ? (
              <strong className={classes['decision']}>{t('operations/decision')}</strong>
            ) : null}{' '}
            <Words of={one} name="text">
              {one.text}
            </Words>
            {one.shared ? null : (
              <span className={classes['verify']}>{t('operations/ownMark', { party: partyName(one.party) })}</span>
            )}
            <span className="dim">
              {' '}
              {person(one.seat)}
              {Date.parse(one.recorded_at) - Date.parse(one.occurred_at) > 60_000 ? (
                <>
                  {' '}
                  · {t('operations/recorded', { when: '' })}
                  <When at={one.recorded_at} form="clock" />
                </>
              ) : null}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
