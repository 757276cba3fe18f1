/** The log of an organisation, newest first. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { en } from '@/i18n/en';
import { visible } from '@/lib/visible';
import { organisationActsQuery } from './queries';
import classes from '@/features/accounts/administration/Administration.module.css';

const known = (act: string): act is keyof typeof en.organisationAct => Object.hasOwn(en.organisationAct, act);

export function ActsPanel() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(organisationActsQuery());
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title={t('organisation/acts')} flush>
      <p className={classes['help']}>{t('organisation/actsHelp')}</p>
      <ProblemNotice error={query.error} onRetry={query.error ? () => void query.refetch() : undefined} />
      {found.length > 0 ? (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{t('organisation/time')}</th>
              <th>{t('organisation/by')}</th>
              <th>{t('organisation/act')}</th>
              <th className={classes['start']}>{t('organisation/concerned')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <tr key={one.id}>
                <td>
                  <When at={one.at} />
                </td>
                <td>{visible(one.actor)}</td>
                <td>{known(one.act) ? t(`organisationAct/${one.act}`) : one.act}</td>
                <td className={classes['start']}>{one.concerned ? visible(one.concerned) : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={classes['foot']}>{query.hasNextPage ? <MoreButton list={query} size="compact-sm" /> : null}</div>
    </Panel>
  );
}
