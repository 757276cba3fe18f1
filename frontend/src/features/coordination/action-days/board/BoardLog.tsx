/** The newest lines of the operations log on the board, with the state of the connection. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { shortClock } from '@/lib/time';
import { Said } from '@/features/coordination/action-days/operations-log/Said';
import { logOf } from './boardLog';
import { namesOf, type BoardSnapshot } from './snapshot';
import classes from './Board.module.css';

const LATEST = 8;

type Props = { board: BoardSnapshot; status: ReactNode; entry: ReactNode };

export function BoardLog({ board, status, entry }: Props) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const lines = logOf(board);
  const { partyName, memberName } = namesOf(board);
  return (
    <footer className={classes['log']}>
      <div className={classes['logHead']}>
        <h2>{t('operations/ticker')}</h2>
        <span className={classes['sub']}>{t('operations/logEntries', { count: lines.length })}</span>
        <span className={classes['status']} role="status">
          {status}
        </span>
      </div>
      {entry}
      {lines.length === 0 ? <p className="dim">{t('operations/noReportsReader')}</p> : null}
      <ul aria-label={t('operations/ticker')}>
        {lines.slice(0, LATEST).map((line) => (
          <li key={line.key}>
            <time dateTime={line.at} className="mono">
              {shortClock(Date.parse(line.at), board.zone, locale)}
            </time>
            <span className={classes['sub']}>{partyName(line.party)}</span>
            <span>
              <Said line={line} member={memberName(line.member)} partyName={partyName} />
            </span>
          </li>
        ))}
      </ul>
    </footer>
  );
}
