import { Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import classes from './DropOverlay.module.css';

export function DropOverlay({ title, help }: { title: string; help: string }) {
  return (
    <div className={classes['drop']}>
      <IconUpload size={32} stroke={1.25} aria-hidden />
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed">{help}</Text>
    </div>
  );
}
