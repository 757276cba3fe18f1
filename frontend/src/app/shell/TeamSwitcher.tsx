import { UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { LateMenu } from '@/components/dialogs/LateMenu';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import classes from './Shell.module.css';

const TeamList = loadLater(withWords(async () => (await import('./TeamList')).TeamList));

export function TeamSwitcher() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <LateMenu
      menu={(late) => <TeamList {...late} />}
      target={
        <UnstyledButton className={classes['team']} aria-label={`${t('app/team')}${t('common/colon')}${jit.name}`}>
          <span className={`${classes['teamName'] ?? ''} truncate`}>{jit.name}</span>
          <span className={`${classes['reference'] ?? ''} dim truncate`}>{jit.reference}</span>
          <IconSelector size={15} aria-hidden />
        </UnstyledButton>
      }
    />
  );
}
