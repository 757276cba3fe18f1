/** Replaces a screen of an action day that has no network and no saved state. It opens when the network is back. */
import { IconWifiOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';

const LOOK_MS = 15_000;

async function reloadIfReachable(): Promise<void> {
  const answer = await fetch('/api/health/live', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}

export function NothingSaved() {
  const { t } = useTranslation();
  useEffect(() => {
    const look = () => void reloadIfReachable();
    const timer = setInterval(look, LOOK_MS);
    addEventListener('online', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
    };
  }, []);
  return <EmptyState icon={IconWifiOff} title={t('app/offline')} help={t('savedDay/nothing')} page />;
}
