/** The end of retention and the controller of an exhibit. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { RetentionView } from '@/api/views';
import { When } from '@/components/text/When';
import { Day } from '@/components/text/Day';
import classes from './Retention.module.css';

/** `originator`: the party of which the controller is an authority. */
export function Until({ kept, originator }: { kept: RetentionView; originator: string }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const authorities = parties.find(({ code }) => code === originator)?.authorities ?? [];
  const controller = authorities.find(({ code }) => code === kept.controller)?.name ?? kept.controller;
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
      <dd>{controller ?? t('retention/ownController')}</dd>
    </dl>
  );
}
