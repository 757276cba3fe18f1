/** The one-time code of an invitation, which is shown once. The dialog closes when the code is noted. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';
import { fullTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import type { IssuedInvitationView } from './queries';

export function IssuedCode({ issued, onClose }: { issued: IssuedInvitationView; onClose: () => void }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const [noted, setNoted] = useState(false);
  const address = `${location.origin}/invitation`;
  const day = fullTime(issued.expires_at, zone, locale);
  return (
    <Dialog
      onClose={() => (noted ? onClose() : undefined)}
      title={t('administration/codeTitle', { name: visible(issued.name) })}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('administration/codeHelp', { address, email: issued.email, day })}</Text>
        <Copyable whole value={issued.one_time_code} label={t('administration/copyCode')} />
        <Checkbox
          size="xs"
          label={t('administration/noted')}
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
