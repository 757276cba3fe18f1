/** A value of a country card that counts for a court, with its source. `aside`: beside its name. `children`: what to do. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedNeedView } from '@/api/generated/types.gen';
import { Unverified } from '@/features/requests/request/StateMarks';
import { visible } from '@/lib/visible';
import classes from './Admissibility.module.css';

export function ProposedValue({
  one,
  aside,
  children,
}: {
  one: ProposedNeedView;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li className={classes['need']}>
      <div className={classes['head']}>
        <strong>{t(`admissibilityTopic/${one.topic}`)}</strong>
        {aside}
      </div>
      <div className={classes['reason']}>{one.text ? visible(one.text) : t('admissibility/notHeldNow')}</div>
      {one.text ? (
        <div className={classes['small']}>
          {one.source ? visible(one.source) : null} {one.verified ? null : <Unverified />}
        </div>
      ) : null}
      {children}
    </li>
  );
}
