/** The certificate of an erasure: ground, member, time, and end of the last backup. The hashes are in the custody. */
import { useTranslation } from 'react-i18next';
import type { ErasureView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';
import classes from '@/features/retention/periods/Retention.module.css';

export function Certificate({ erasure }: { erasure: ErasureView }) {
  const { t } = useTranslation();
  const { destroyed_at: destroyed, last_backup_expires: backups } = erasure;
  return (
    <>
      <Notice tone={destroyed ? 'plain' : 'warn'}>
        {t(destroyed ? 'retention/erasedBanner' : 'retention/erasingBanner')}
      </Notice>
      <dl className={classes['facts']}>
        <dt>{t('retention/ground')}</dt>
        <dd>{t(`erasureGround/${erasure.ground}`)}</dd>
        {erasure.decided_by ? (
          <>
            <dt>{t('retention/reason')}</dt>
            <dd>{erasure.reason}</dd>
          </>
        ) : null}
        <dt>{t('retention/decided')}</dt>
        <dd>
          <When at={erasure.decided_at} /> ·{' '}
          {erasure.decided_by ? <span className="mono">{erasure.decided_by}</span> : t('retention/byClock')}
        </dd>
        {erasure.confirmed_by ? (
          <>
            <dt>{t('erasureWish/confirmedBy')}</dt>
            <dd className="mono">{erasure.confirmed_by}</dd>
          </>
        ) : null}
        {destroyed ? (
          <>
            <dt>{t('retention/destroyed')}</dt>
            <dd>
              <When at={destroyed} />
            </dd>
          </>
        ) : null}
        {backups ? (
          <>
            <dt>{t('retention/backups')}</dt>
            <dd>
              <When at={backups} />
            </dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
