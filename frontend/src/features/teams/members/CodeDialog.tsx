/** A one-time code, which is shown once. The dialog closes only when the code is noted. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';

export function CodeDialog({
  title,
  help,
  code,
  onClose,
}: {
  title: string;
  help: string;
  code: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [noted, setNoted] = useState(false);
  return (
    <Dialog
      onClose={() => (noted ? onClose() : undefined)}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{help}</Text>
        <Copyable value={code} whole label={t('members/copyCode')} />
        <Checkbox
          size="xs"
          label={t('members/codeNoted')}
          checked={noted}
          onChange={(event) => setNoted(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!noted} onClick={onClose}>
            {t('common/close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
