/** The acts that an operator can do on an account. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { visible } from '@/lib/visible';
import type { AccountAct, ManagedAccountView } from './queries';

function actsOf({ state, may_found: mayFound, open_sessions: sessions }: ManagedAccountView): AccountAct[] {
  if (state === 'disabled') return ['enable'];
  return [mayFound ? 'revoke' : 'grant', ...(sessions > 0 ? (['end'] as const) : []), 'disable'];
}

export function AccountMenu({ one, onAct }: { one: ManagedAccountView; onAct: (what: AccountAct) => void }) {
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
            {t(`administration/${what}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
