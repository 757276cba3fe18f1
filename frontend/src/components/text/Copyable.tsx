/** A hash or number: shortened in the middle, whole on hover, copied with one click. */
import { CopyButton, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortHash } from '@/lib/format';
import classes from './Copyable.module.css';
import { hint } from '@/components/hints/hint';

type Props = { value: string; label?: string; whole?: boolean; head?: number; tail?: number };

export function Copyable({ value, label, whole = false, head = 8, tail = 6 }: Props) {
  const { t } = useTranslation();
  return (
    <CopyButton value={value} timeout={1600}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={classes['copy']}
          onClick={copy}
          {...hint(copied ? t('common/copied') : value)}
          aria-label={`${label ?? t('common/copyHash')}${t('common/colon')}${value}`}
        >
          <span className={whole ? classes['whole'] : undefined}>{whole ? value : shortHash(value, head, tail)}</span>
          {copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
          <VisuallyHidden role="status">{copied ? t('common/copiedAnnounce') : ''}</VisuallyHidden>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
