import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';

export function Offline() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return online ? null : <Notice tone="warn">{t('app/offline')}</Notice>;
}
