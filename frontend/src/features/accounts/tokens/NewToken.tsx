/** A new token, which is shown once. The dialog closes when the user confirms that it is kept. */
import { Button, Checkbox, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import type { NewScriptTokenView } from './queries';

export function NewToken({ made, onClose }: { made: NewScriptTokenView; onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <Dialog
      onClose={() => (kept ? onClose() : undefined)}
      title={t('tokens/made', { name: made.token.name })}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('tokens/madeHelp')}</Text>
        <TextInput
          readOnly
          label={t('tokens/token')}
          value={made.secret}
          classNames={{ input: 'mono' }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.secret} timeout={1600}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {copied ? t('common/copied') : t('tokens/copy')}
            </Button>
          )}
        </CopyButton>
        <Checkbox
          size="xs"
          label={t('tokens/kept')}
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group justify="flex-end">
          <Button disabled={!kept} onClick={onClose}>
            {t('common/close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
