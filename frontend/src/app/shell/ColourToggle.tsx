import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { IconCircleHalf2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LateMenu } from '@/components/dialogs/LateMenu';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import { SCHEMES } from './schemes';

const ColourList = loadLater(withWords(async () => (await import('./ColourList')).ColourList));

export function ColourToggle() {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const Icon = SCHEMES.find(({ value }) => value === colorScheme)?.icon ?? IconCircleHalf2;
  return (
    <LateMenu
      menu={(late) => <ColourList {...late} />}
      target={
        <ActionIcon aria-label={`${t('app/colour')}${t('common/colon')}${t(`app/${colorScheme}`)}`}>
          <Icon size={17} />
        </ActionIcon>
      }
    />
  );
}
