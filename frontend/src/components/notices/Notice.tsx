/** A coloured strip with icon and text for errors, warnings and remarks inside a screen. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

type Tone = 'bad' | 'warn' | 'plain' | 'good' | 'locked';
const ICONS = {
  bad: IconAlertTriangle,
  warn: IconAlertTriangle,
  plain: IconInfoCircle,
  good: IconCircleCheck,
  locked: IconLock,
};

export function Notice({
  tone = 'plain',
  title,
  children,
  action,
}: {
  tone?: Tone;
  title?: string | undefined;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <div className={classes['notice']} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <div className={classes['words']}>
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
