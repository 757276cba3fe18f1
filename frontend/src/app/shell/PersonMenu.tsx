/** The account of the person who is signed in. The content of the menu is in PersonList. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { LateMenu } from '@/components/dialogs/LateMenu';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import classes from './Shell.module.css';

const PersonList = loadLater(withWords(async () => (await import('./PersonList')).PersonList));

type Props = {
  /** The member on whose behalf the screen is shown, if it belongs to a team. */
  code?: string;
  /** The party of the member. */
  about?: string;
  lines?: readonly string[];
};

export function PersonMenu({ code, about, lines = [] }: Props) {
  const { t } = useTranslation();
  const { data: me } = useSuspenseQuery(meQuery());
  const { name } = me.account;
  const label = code
    ? `${t('app/account')}${t('common/colon')}${name} (${code})`
    : `${t('account/title')}${t('common/colon')}${name}`;
  return (
    <LateMenu
      menu={(late) => <PersonList {...late} lines={lines} />}
      target={
        <UnstyledButton className={classes['account']} aria-label={label}>
          {code ? <span className={classes['seatCode']}>{code}</span> : null}
          <span className={`${(code ? classes['who'] : undefined) ?? ''} truncate`}>{name}</span>
          {about ? <span className={`${classes['about'] ?? ''} dim truncate`}>{about}</span> : null}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      }
    />
  );
}
