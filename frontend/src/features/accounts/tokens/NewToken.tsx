/** A new token, which is shown once. */
import { Button, CopyButton, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/components/dialogs/ShownOnce';
import type { NewScriptTokenView } from './queries';

export function NewToken({ made, onClose }: { made: NewScriptTokenView; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce
      title={t('tokens/made', { name: made.token.name })}
      help={t('tokens/madeHelp')}
      kept={t('tokens/kept')}
      onClose={onClose}
    >
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
    </ShownOnce>
  );
}
