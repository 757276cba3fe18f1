/**
 * Warns before sign-out of entries that are unsent, or were refused and not seen yet. They are deleted only on
 * confirmation.
 */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { useQueue } from './useQueue';

export type Leaving = { onSignOut: () => void; onStay: () => void };

export function LeavingBar({ onSignOut, onStay }: Leaving) {
  const { t } = useTranslation();
  const { all, forget } = useQueue();
  if (all.length === 0) return null;
  return (
    <Notice tone="warn" title={t('operationsLeaving/title')}>
      <p>{t('operationsLeaving/text', { count: all.length })}</p>
      <Group gap="xs">
        <Button onClick={onStay}>{t('operationsLeaving/stay')}</Button>
        <Button variant="default" onClick={() => void forget().then(onSignOut)}>
          {t('operationsLeaving/leave')}
        </Button>
      </Group>
    </Notice>
  );
}
