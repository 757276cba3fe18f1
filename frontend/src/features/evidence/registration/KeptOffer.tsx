/** Offers to continue a registration that was entered before and not sent. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { When } from '@/components/text/When';

type Props = { at: string; onContinue: () => void; onDiscard: () => void };

export function KeptOffer({ at, onContinue, onDiscard }: Props) {
  const { t } = useTranslation();
  return (
    <Notice
      title={t('register/kept')}
      action={
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onDiscard}>
            {t('register/keptDiscard')}
          </Button>
          <Button size="compact-sm" onClick={onContinue}>
            {t('register/keptContinue')}
          </Button>
        </Group>
      }
    >
      <div>
        <When at={at} form="column" />. {t('register/keptHelp')}
      </div>
    </Notice>
  );
}
