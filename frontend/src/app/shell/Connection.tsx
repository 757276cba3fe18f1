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
  // A cut line is noticed by its silence, up to 45 s later; the computer knows at once that it has no network.
  const state = online || told === 'ended' ? told : 'offline';
  const Icon = ICONS[state];
  return (
    <span {...hint(t(`live/${state}Help`))} className={classes['live']} data-state={state} role="status">
      <Icon size={state === 'live' ? 9 : 15} aria-label={t(`live/${state}`)} />
      <span aria-hidden>{t(`live/${state}`)}</span>
    </span>
  );
}
