import { useTranslation } from 'react-i18next';
import classes from './Openings.module.css';

const MARK_END = ' │ ';

/** A page of text: each row bears who reads it, for the eye and in every copy; a screen reader is spared the repetition. */
export function TextRows({ text, zoom }: { text: string; zoom: number }) {
  const { t } = useTranslation();
  const rows = text
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => {
      const start = row.indexOf(MARK_END);
      return start < 0 ? ['', row] : [row.slice(0, start + MARK_END.length), row.slice(start + MARK_END.length)];
    });
  return (
    <>
      <p className={classes['rows']}>{t('openings/rows')}</p>
      <pre className={classes['sheet']} style={{ fontSize: `${String(0.8125 * zoom)}rem` }}>
        {rows.map(([mark, shown], index) => (
          <span key={index}>
            <span className={classes['rowMark']} aria-hidden>
              {mark}
            </span>
            {`${shown ?? ''}\n`}
          </span>
        ))}
      </pre>
    </>
  );
}
