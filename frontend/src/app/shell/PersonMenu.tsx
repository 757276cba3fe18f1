/** Me, wherever I am. What the menu holds: PersonList. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { LateMenu } from '@/components/dialogs/LateMenu';
import { later } from '@/lib/later';
import classes from './Shell.module.css';

const PersonList = later(async () => (await import('./PersonList')).PersonList);

type Props = {
  /** The seat that one looks from, where there is one. */
  code?: string;
  lines?: readonly string[];
  onShortcuts?: () => void;
};

export function PersonMenu({ code, lines = [], onShortcuts }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const label = code
    ? `${t('app/account')}${t('common/colon')}${t('app/seat', { code })}, ${me.account.name}`
    : `${t('account/title')}${t('common/colon')}${me.account.name}`;
  return (
    <LateMenu
      menu={(late) => <PersonList {...late} lines={lines} onShortcuts={onShortcuts ?? null} />}
      target={
        <UnstyledButton className={classes['account']} aria-label={label}>
          {code ? <span className={classes['seatCode']}>{code}</span> : null}
          <span className={`${(code ? classes['who'] : undefined) ?? ''} truncate`}>{me.account.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      }
    />
  );
}
