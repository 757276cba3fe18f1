/** Alerts of one kind in one row, which opens to show each of them. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { AlertGroup } from './groups';
import classes from './Alerts.module.css';

export function AlertGroupRow({ group, children }: { group: AlertGroup; children: ReactNode }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const [open, setOpen] = useState(false);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const parties = [...new Set(group.alerts.map((one) => partyName(one.party)))];
  const numbers = [...new Set(group.alerts.map((one) => one.exhibit_number))];
  return (
    <>
      <li className={classes['fold']}>
        <UnstyledButton className={classes['folded']} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Chevron size={14} aria-hidden />
          <span className={classes['party']}>{parties.join(', ')}</span>
          <strong>{t('alerts/group', { what: t(`alertKind/${group.kind}`), count: group.alerts.length })}</strong>
          <span className="dim mono">
            {numbers.slice(0, 3).join(', ')}
            {numbers.length > 3 ? ' …' : ''}
          </span>
          {group.mine ? <span className="dim">{t('alerts/yours')}</span> : null}
        </UnstyledButton>
      </li>
      {open ? children : null}
    </>
  );
}
