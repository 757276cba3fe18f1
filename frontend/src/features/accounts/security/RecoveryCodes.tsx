/** New recovery codes, which are shown once. The dialog closes when the user confirms that they are kept. */
import { Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import classes from './Security.module.css';

export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <Dialog
      onClose={() => (kept ? onClose() : undefined)}
      title={t('security/recoveryCodes')}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('security/codesHelp')}</Text>
        <ul className={classes['codes']}>
          {codes.map((code) => (
            <li key={code} className="mono">
              {code}
            </li>
          ))}
        </ul>
        <CopyButton value={codes.join('\n')} timeout={1600}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {copied ? t('common/copied') : t('security/copyCodes')}
            </Button>
          )}
        </CopyButton>
        <Checkbox
          size="xs"
          label={t('security/codesKept')}
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
