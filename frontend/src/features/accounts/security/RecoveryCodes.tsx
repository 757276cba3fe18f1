/** New recovery codes, which are shown once. */
import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShownOnce } from '@/components/dialogs/ShownOnce';
import classes from './Security.module.css';

export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShownOnce
      title={t('security/recoveryCodes')}
      help={t('security/codesHelp')}
      kept={t('security/codesKept')}
      onClose={onClose}
    >
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
    </ShownOnce>
  );
}
