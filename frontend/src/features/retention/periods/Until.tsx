/** The end of retention and the controller of an exhibit. */
import { useTranslation } from 'react-i18next';
import type { RetentionView } from '@/api/views';
import { When } from '@/components/text/When';
import { Day } from '@/components/text/Day';
import classes from './Retention.module.css';

export function Until({ kept }: { kept: RetentionView }) {
  const { t } = useTranslation();
  return (
    <dl className={classes['facts']}>
      {kept.review_on ? (
        <>
          <dt>{t('retention/reviewOn')}</dt>
          <dd>
            <Day day={kept.review_on} />
          </dd>
        </>
      ) : null}
      {kept.mode === 'TRANSFER' ? (
        <>
          <dt>{t('retention/erasedBy')}</dt>
          <dd>
            {kept.erase_by ? <When at={kept.erase_by} /> : t('retention/afterUpload')}
            <div className="dim">{t('retention/orTaken')}</div>
          </dd>
        </>
      ) : null}
      <dt>{t('retention/controller')}</dt>
      <dd>{kept.controller ? <span className="mono">{kept.controller}</span> : t('retention/ownController')}</dd>
    </dl>
  );
}
