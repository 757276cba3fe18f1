/** The rows of a CSV file as they were read, with every problem beside its row. Rows with problems come first. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { visible } from '@/lib/visible';
import type { MemberRowView } from './queries';
import classes from './Import.module.css';

export function PreviewTable({ rows }: { rows: readonly MemberRowView[] }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const wrongFirst = [...rows].sort((a, b) => Number(b.problems.length > 0) - Number(a.problems.length > 0));
  const partyOf = ({ party }: MemberRowView) => parties.find(({ code }) => code === party.toUpperCase());
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('memberImport/check')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('memberImport/line')}</th>
            <th>{t('memberImport/person')}</th>
            <th>{t('memberImport/place')}</th>
            <th>{t('memberImport/roles')}</th>
            <th>{t('memberImport/check')}</th>
          </tr>
        </thead>
        <tbody>
          {wrongFirst.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td>
                {visible(row.name)}
                <span className={classes['second']}>{visible(row.email)}</span>
              </td>
              <td>
                {partyOf(row)?.name ?? visible(row.party)}
                <span className={classes['second']}>{visible(row.authority)}</span>
              </td>
              <td>
                {visible(row.roles)}
                <span className={classes['second']}>{visible(row.function)}</span>
              </td>
              <td>
                {row.problems.length === 0 ? (
                  <span className={classes['good']}>{t('memberImport/ok')}</span>
                ) : (
                  row.problems.map(({ field, message }) => (
                    <span key={field} className={classes['wrong']}>
                      <IconAlertTriangle size={13} aria-hidden />
                      {field === 'file' ? message : t('memberImport/field', { field, message })}
                    </span>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
