/** Whether a message is chat or a decision, in text and by a sign. */
import { IconMessageCircle, IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Messages.module.css';

export type Kind = 'talk' | 'decision';

export function KindMark({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const Icon = kind === 'talk' ? IconMessageCircle : IconScale;
  return (
    <span className={classes['kind']} data-kind={kind}>
      <Icon size={13} stroke={1.75} aria-hidden /> {t(kind === 'talk' ? 'messages/off' : 'messages/on')}
    </span>
  );
}
