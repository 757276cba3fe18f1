/** A dialog with a secret that is shown once. It closes only after the user confirms that the secret is kept. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';

/** `kept`: the label of the confirmation. `children`: the secret, with a way to copy it. */
type Props = { title: string; help: string; kept: string; onClose: () => void; children: ReactNode };

export function ShownOnce({ title, help, kept, onClose, children }: Props) {
  const { t } = useTranslation();
  const [confirmed, setConfirmed] = useState(false);
  return (
    <Dialog
      onClose={() => (confirmed ? onClose() : undefined)}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{help}</Text>
        {children}
        <Checkbox
          size="xs"
          label={kept}
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!confirmed} onClick={onClose}>
            {t('common/close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
