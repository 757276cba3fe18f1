/** Which of the two it is, in words and by a sign: colour is never the only one. */
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
