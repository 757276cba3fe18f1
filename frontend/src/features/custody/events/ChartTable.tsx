/** The same as the chart, in rows. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { SYSTEM, type Mark } from './chart';
import classes from './Chart.module.css';

export function ChartTable({ marks }: { marks: readonly Mark[] }) {
  const { t } = useTranslation();
  const word = useWord();
  const { partyName } = useTeam();
  const name = (party: string) => (party === SYSTEM ? t('custody/system') : partyName(party));
  return (
    <div className={classes['rows']} tabIndex={0} role="region" aria-label={t('chart/table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('audit/at')}</th>
            <th scope="col">{t('audit/what')}</th>
            <th scope="col">{t('chart/from')}</th>
            <th scope="col">{t('chart/to')}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ entry, party, to, at }) => (
            <tr key={entry.commitment}>
              <td>
                <When at={new Date(at).toISOString()} />
              </td>
              <td>
                {word('entry', entry.kind ?? '')}{' '}
                <span className="mono">{entry.seat === SYSTEM ? '' : entry.seat}</span>
              </td>
              <td>{name(party)}</td>
              <td>{to ? name(to) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
