/** Names the values of cards and directory that count for a request and are not recorded. Nothing without any. */
import { useTranslation } from 'react-i18next';
import type { NotRecordedView } from '@/api/generated/types.gen';
import classes from '@/features/requests/forms/Forms.module.css';
import { visible } from '@/lib/visible';
import { useFieldName } from './useFieldName';

export function NotRecorded({ values }: { values: NotRecordedView[] }) {
  const { t } = useTranslation();
  const name = useFieldName();
  if (values.length === 0) return null;
  const named = values.map(({ about, record, field }) => {
    const value =
      field === 'card'
        ? t('requestCards/card')
        : about === 'directory'
          ? t(`contactRole/${field}` as 'contactRole/spoc')
          : name(field);
    return record ? t('requestCards/of', { value, record }) : t('requestCards/providerCard');
  });
  return <p className={classes['note']}>{t('requestCards/missing', { values: visible(named.join(', ')) })}</p>;
}
