/** The accounts of an organisation, with what an administrator can propose for each. */
import { ActionIcon, Badge, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { visible } from '@/lib/visible';
import type { OrganisationAccountView, ProposalForm } from './queries';
import classes from '@/features/accounts/administration/Administration.module.css';

type Kind = ProposalForm['kind'];
type Props = {
  items: readonly OrganisationAccountView[];
  onAct: (kind: Kind, on: OrganisationAccountView) => void;
};

function kindsFor({ state, administrator, mine }: OrganisationAccountView): Kind[] {
  if (administrator)
    return state === 'active' && !mine ? ['recovery', 'administrator_removal'] : ['administrator_removal'];
  return state === 'active' ? ['recovery', 'move', 'administrator_addition'] : [];
}

export function AccountsPanel({ items, onAct }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('organisation/accounts')} flush>
      <p className={classes['help']}>{t('organisation/accountsHelp')}</p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('organisation/name')}</th>
            <th>{t('organisation/state')}</th>
            <th>{t('organisation/role')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{visible(one.name)}</strong>
                {one.mine ? <span className="dim"> ({t('organisation/you')})</span> : null}
                <span className={classes['second']}>{one.email}</span>
              </td>
              <td>{t(`administration/${one.state}`)}</td>
              <td>
                {one.administrator ? (
                  <Badge tt="none" variant="outline">
                    {t('organisation/administrator')}
                  </Badge>
                ) : null}
              </td>
              <td>
                <ProposalMenu one={one} onAct={onAct} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ProposalMenu({ one, onAct }: { one: OrganisationAccountView; onAct: Props['onAct'] }) {
  const { t } = useTranslation();
  const kinds = kindsFor(one);
  if (kinds.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('organisation/actsOf', { name: visible(one.name) })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAct(kind, one)}>
            {t(`organisation/${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
