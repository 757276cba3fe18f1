/** An empty list: explains that and why it is empty, and what to do. */
import { Stack, Text, Title } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

type Props = {
  icon: ComponentType<IconProps>;
  title: string;
  help?: string | undefined;
  children?: ReactNode;
  page?: boolean;
};

export function EmptyState({ icon: Icon, title, help, children, page = false }: Props) {
  return (
    <Stack align="center" gap="xs" px="md" py={page ? '18vh' : 'xl'} ta="center" role={page ? 'main' : undefined}>
      <Icon size={page ? 36 : 28} stroke={1.25} color="var(--l-dim)" aria-hidden />
      <Title order={page ? 1 : 2}>{title}</Title>
      {help ? (
        <Text c="dimmed" maw="34rem" size="sm">
          {help}
        </Text>
      ) : null}
      {children}
    </Stack>
  );
}
