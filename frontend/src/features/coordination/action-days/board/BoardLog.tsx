/** The newest lines of the operations log on the board, with the state of the connection. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { shortClock } from '@/lib/time';
import { visible } from '@/lib/visible';
import { logOf, type LogLine } from './boardLog';
import type { BoardSnapshot } from './snapshot';
import classes from './Board.module.css';

const LATEST = 8;

export function BoardLog({ board, status }: { board: BoardSnapshot; status: ReactNode }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const lines = logOf(board);
  return (
    <footer className={classes['log']}>
      <div className={classes['logHead']}>
        <h2>{t('operations/ticker')}</h2>
        <span className={classes['sub']}>{t('operations/logEntries', { count: lines.length })}</span>
        <span className={classes['status']} role="status">
          {status}
        </span>
      </div>
      {lines.length === 0 ? <p className="dim">{t('operations/noReportsReader')}</p> : null}
      <ul aria-label={t('operations/ticker')}>
        {lines.slice(0, LATEST).map((line) => (
          <li key={line.key}>
            <time dateTime={line.at} className="mono">
              {shortClock(Date.parse(line.at), board.zone, locale)}
            </time>
            <span className={classes['sub']}>
              {board.parties.find(({ code }) => code === line.party)?.name ?? line.party}
            </span>
            <span>
              <Said line={line} member={board.members.find(({ code }) => code === line.member)?.name ?? line.member} />
            </span>
          </li>
        ))}
      </ul>
    </footer>
  );
}

function Said({ line, member }: { line: LogLine; member: string }) {
  const { t } = useTranslation();
  if (line.what === 'report') {
    return (
      <>
        {member}
        {t('common/colon')}
        {line.decision ? <strong>{t('operations/decision')} </strong> : null}
        {line.erased ? t('briefing/erased') : visible(line.text)}
      </>
    );
  }
  if (line.what === 'move') {
    return (
      <>
        {t('operationsBoard/moved', { member, state: t(`actionState/${line.state}`) })}
        {t('common/colon')}
        <strong>{visible(line.action)}</strong>
      </>
    );
  }
  return (
    <>
      {t('operationsBoard/answered', { member, answer: t(`operations/${line.answer}`) })}
      {line.reason ? `${t('common/colon')}${visible(line.reason)}` : ''}
    </>
  );
}
