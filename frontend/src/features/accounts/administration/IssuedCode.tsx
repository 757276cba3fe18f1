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

type Props = {
  issued: Pick<IssuedInvitationView, 'name' | 'email' | 'one_time_code' | 'expires_at'>;
  /** The page that takes the code. */
  path?: string;
  help?: 'administration/codeHelp' | 'organisation/codeHelp';
  onClose: () => void;
};

export function IssuedCode({ issued, path = '/invitation', help = 'administration/codeHelp', onClose }: Props) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const [noted, setNoted] = useState(false);
  const address = `${location.origin}${path}`;
  const day = fullTime(issued.expires_at, zone, locale);
  return (
    <Dialog
      onClose={() => (noted ? onClose() : undefined)}
      title={t('administration/codeTitle', { name: visible(issued.name) })}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t(help, { address, email: issued.email, day })}</Text>
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
