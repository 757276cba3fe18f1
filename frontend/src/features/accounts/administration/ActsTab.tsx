/** The log of the acts of all operators, newest first. */
import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { en } from '@/i18n/en';
import { visible } from '@/lib/visible';
import { actsQuery } from './queries';
import classes from './Administration.module.css';

const known = (act: string): act is keyof typeof en.operatorAct => Object.hasOwn(en.operatorAct, act);

export function ActsTab() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(actsQuery());
  const found = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={classes['gap']}>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {query.data ? (
        <Panel title={t('administration/acts')} flush>
          <p className={classes['help']}>
            {t(found.length === 0 ? 'administration/noActs' : 'administration/actsHelp')}
          </p>
          {found.length > 0 ? (
            <table className={classes['table']}>
              <thead>
                <tr>
                  <th>{t('administration/time')}</th>
                  <th>{t('administration/by')}</th>
                  <th>{t('administration/act')}</th>
                  <th className={classes['start']}>{t('administration/subject')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <When at={one.at} />
                    </td>
                    <td>
                      {visible(one.operator)}
                      <span className={classes['second']}>{one.operator_email}</span>
                    </td>
                    <td>{known(one.act) ? t(`operatorAct/${one.act}`) : one.act}</td>
                    <td className={classes['start']}>{one.subject}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          <div className={classes['foot']}>
            {query.hasNextPage ? <MoreButton list={query} size="compact-sm" /> : null}
          </div>
        </Panel>
      ) : null}
    </div>
  );
}
