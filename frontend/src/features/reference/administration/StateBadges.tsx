/** How far a record is verified: the number of unverified values, and a warning for stale ones. */
import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReferenceRecord } from './queries';
import classes from './Reference.module.css';

export function StateBadges({ record }: { record: ReferenceRecord }) {
  const { t } = useTranslation();
  return (
    <span className={classes['badges']}>
      {record.stale ? (
        <Badge tt="none" color="orange" variant="light" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
          {t('reference/stale')}
        </Badge>
      ) : null}
      {record.unverified > 0 ? (
        <Badge tt="none" variant="outline" color="gray">
          {t('reference/unverifiedCount', { count: record.unverified })}
        </Badge>
      ) : null}
    </span>
  );
}
