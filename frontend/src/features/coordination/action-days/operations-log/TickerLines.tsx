/** Lines of the operations log; those that wait to be sent come first. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { PartyTag } from '@/components/text/PartyTag';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import type { LogLine } from '@/features/coordination/action-days/board/boardLog';
import { usePerson } from '@/features/coordination/action-days/usePerson';
import { useQueue } from '@/features/coordination/action-days/useQueue';
import classes from '@/features/coordination/action-days/Operations.module.css';
import { Said } from './Said';

export function TickerLines({ day, lines, empty }: { day: OperationView; lines: LogLine[]; empty: boolean }) {
  const { t } = useTranslation();
  const { seat, partyName } = useTeam();
  const person = usePerson();
  const { all } = useQueue();
  const waiting = all
    .flatMap((one) => (one.what === 'report' && one.operation === day.id && !one.refused ? [one] : []))
    .toReversed();
  if (empty && lines.length + waiting.length === 0) return <p className="dim">{t('operations/noReports')}</p>;
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
      {lines.map((line) => (
        <li key={line.key} className={classes['tick']} data-kind={line.what}>
          <When at={line.at} form="clock" />
          <PartyTag name={partyName(line.party)} />
          <span>
            <Said line={line} member={person(line.member)} partyName={partyName} />
            {line.what === 'report' && Date.parse(line.recorded) - Date.parse(line.at) > 60_000 ? (
              <span className="dim">
                {' '}
                · {t('operations/recorded', { when: '' })}
                <When at={line.recorded} form="clock" />
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
