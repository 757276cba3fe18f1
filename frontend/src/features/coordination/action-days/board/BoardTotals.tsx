/** Totals of a board: answers of the parties, actions done, results. */
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { count } from '@/lib/format';
import { totalsOf } from './boardLog';
import type { BoardSnapshot } from './snapshot';
import classes from './Board.module.css';

export function BoardTotals({ board }: { board: BoardSnapshot }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { go, noGo, silent, done, actions, results } = totalsOf(board);
  return (
    <ul className={classes['totals']} aria-label={t('operationsBoard/totals')}>
      <li>
        {go > 0 ? (
          <span className={classes['chip']} data-word="go">
            {t('operationsBoard/goCount', { count: go })}
          </span>
        ) : null}
        {noGo > 0 ? (
          <span className={classes['chip']} data-word="no_go">
            {t('operationsBoard/noGoCount', { count: noGo })}
          </span>
        ) : null}
        {silent > 0 ? (
          <span className={classes['chip']} data-word="silent">
            {t('operationsBoard/silentCount', { count: silent })}
          </span>
        ) : null}
      </li>
      <li>
        <strong>{t('operationsBoard/done', { done, count: actions })}</strong> {t('operationsBoard/doneLabel')}
      </li>
      {results.map(({ kind, sum }) => (
        <li key={kind}>
          <strong>{count(sum, locale)}</strong> {t(`operationsBoard/${kind}`, { count: sum })}
        </li>
      ))}
    </ul>
  );
}
