/** Acts on the selected tasks. */
import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '@/features/coordination/tasks/Tasks.module.css';
import { MOST } from './useTaskSelection';

type Props = { count: number; onChange: () => void; onAll: () => void; onClear: () => void };

export function ManyTasksBar({ count, onChange, onAll, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('manyTasks/selected', { count })}>
      <strong role="status">{t('manyTasks/selected', { count })}</strong>
      <Button
        size="xs"
        variant="default"
        disabled={count > MOST}
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={onChange}
      >
        {t('manyTasks/change')}
      </Button>
      <Button size="xs" variant="subtle" onClick={onAll}>
        {t('manyTasks/all')}
      </Button>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('manyTasks/clear')}
      </Button>
      {count > MOST ? <Text size="xs">{t('manyTasks/most', { most: MOST })}</Text> : null}
    </div>
  );
}
