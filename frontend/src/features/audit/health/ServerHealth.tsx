/** The server's report about the ledger: external time stamps, last recomputation, errors. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ledgerHealthQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import classes from '@/features/audit/entries/Ledger.module.css';

export function ServerHealth() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(ledgerHealthQuery(jit.id));
  if (!data) return null;
  return (
    <>
      <dl className={classes['cp']}>
        <dt>{t('ledgerHealth/confirmed')}</dt>
        <dd>
          {data.confirmed.length === 0 ? <span className="dim">{t('ledgerHealth/noAuthority')}</span> : null}
          {data.confirmed.map(({ authority, size, at }) => (
            <div key={authority}>
              <When at={at} />
              <div className="dim">{t('ledgerHealth/by', { count: size, authority })}</div>
            </div>
          ))}
        </dd>
        <dt>{t('ledgerHealth/recomputed')}</dt>
        <dd>
          {data.recomputed_at === null ? (
            <span className="dim">{t('ledgerHealth/notYet')}</span>
          ) : (
            <When at={data.recomputed_at} />
          )}
        </dd>
      </dl>
      {data.alarms.map(({ what, since }) => (
        <Notice key={what} tone="bad">
          <p>{t(`ledgerHealth/${what}`)}</p>
          <p className="dim">
            {t('ledgerHealth/since')} <When at={since} />
          </p>
        </Notice>
      ))}
    </>
  );
}
