/** Why the action day began without the GO of a party, and why it was closed while a party executed. */
import { useTranslation } from 'react-i18next';
import type { OperationView } from '@/api/views';
import { columnTime } from '@/lib/time';
import { stepEvents } from './board/boardLog';
import { Said } from './operations-log/Said';
import classes from './Operations.module.css';

type Props = {
  day: OperationView;
  zone: string;
  locale: string;
  memberName: (code: string) => string;
  partyName: (code: string) => string;
};

export function StepReasons({ day, zone, locale, memberName, partyName }: Props) {
  const { t } = useTranslation();
  const lines = stepEvents(day);
  if (lines.length === 0) return null;
  return (
    <ul className={classes['stepReasons']} aria-label={t('operationsLog/reasons')}>
      {lines.map((line) => (
        <li key={line.key}>
          {columnTime(line.at, zone, locale)}{' '}
          <Said line={line} member={memberName(line.member)} partyName={partyName} />
        </li>
      ))}
    </ul>
  );
}
