/** The acts that an operator can do on an account. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { visible } from '@/lib/visible';
import type { AccountAct, ManagedAccountView } from './queries';

/** `join`: put the account into an organisation. */
export type MenuAct = AccountAct | 'join';

function actsOf({ state, may_found: mayFound, open_sessions: sessions, ...one }: ManagedAccountView): MenuAct[] {
  if (state === 'disabled') return ['enable'];
  const joins = one.organisation === null && !one.demonstration;
  return [
    mayFound ? 'revoke' : 'grant',
    ...(joins ? (['join'] as const) : []),
    ...(sessions > 0 ? (['end'] as const) : []),
    'disable',
  ];
}

export function AccountMenu({ one, onAct }: { one: ManagedAccountView; onAct: (what: MenuAct) => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('administration/actsOf', { name: visible(one.name) })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actsOf(one).map((what) => (
          <Menu.Item key={what} {...(what === 'disable' ? { color: 'red' } : {})} onClick={() => onAct(what)}>
            {what === 'join' ? t('organisations/add') : t(`administration/${what}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
