import { useNetwork } from '@mantine/hooks';
import { IconCircleFilled, IconLoader2, IconPlugConnectedX, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/realtime/LiveProvider';
import classes from './Shell.module.css';
import { hint } from '@/components/hints/hint';

const ICONS = {
  live: IconCircleFilled,
  connecting: IconLoader2,
  waiting: IconPlugConnectedX,
  offline: IconWifiOff,
  ended: IconPlugConnectedX,
};

export function Connection() {
  const { t } = useTranslation();
  const { state: told } = useLive();
  const { online } = useNetwork();
  // A broken connection is noticed after up to 45 seconds of silence; the computer knows at once that it is offline.
  const state = online || told === 'ended' ? told : 'offline';
  const Icon = ICONS[state];
  return (
    <span {...hint(t(`live/${state}Help`))} className={classes['live']} data-state={state} role="status">
      <Icon size={state === 'live' ? 9 : 15} aria-label={t(`live/${state}`)} />
      <span aria-hidden>{t(`live/${state}`)}</span>
    </span>
  );
}
