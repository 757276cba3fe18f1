import { Text, Title } from '@mantine/core';
import { IconBan, IconUpload } from '@tabler/icons-react';
import classes from './DropOverlay.module.css';

/** `refused`: nothing that is dropped here is taken, and `help` says why. */
export function DropOverlay({ title, help, refused = false }: { title: string; help: string; refused?: boolean }) {
  const Icon = refused ? IconBan : IconUpload;
  return (
    <div className={classes['drop']} data-refused={refused || undefined}>
      <Icon size={32} stroke={1.25} aria-hidden />
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" maw="36rem">
        {help}
      </Text>
    </div>
  );
}
