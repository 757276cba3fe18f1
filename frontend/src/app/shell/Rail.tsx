/** The screens that exist. A screen that does not exist yet has no place here. */
import { IconArchive, IconChecklist, IconCopyCheck, IconMessageQuestion, IconRadar2, IconRulerMeasure, IconShieldCheck, IconShieldQuestion, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import classes from './Shell.module.css';

export function Rail() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  return (
    <nav className={classes['rail']} aria-label={t('app/navigation')}>
      <Link to="/jits/$jit" params={{ jit: jit.id }} activeOptions={{ exact: true }} className={classes['item']}>
        <IconRadar2 size={20} stroke={1.5} aria-hidden />
        {t('situation/title')}
      </Link>
      <Link to="/jits/$jit/evidence" params={{ jit: jit.id }} search={{}} activeOptions={{ includeSearch: false }} className={classes['item']}>
        <IconArchive size={20} stroke={1.5} aria-hidden />
        {t('app/evidence')}
      </Link>
      {may('tasks:read') ? (
        <Link to="/jits/$jit/tasks" params={{ jit: jit.id }} search={{}} activeOptions={{ includeSearch: false }} className={classes['item']}>
          <IconChecklist size={20} stroke={1.5} aria-hidden />
          {t('tasks/title')}
        </Link>
      ) : null}
      {may('rules:read') ? (
        <Link to="/jits/$jit/access" params={{ jit: jit.id }} className={classes['item']}>
          <IconRulerMeasure size={20} stroke={1.5} aria-hidden />
          {t('rules/nav')}
        </Link>
      ) : null}
      {may('consents:read') ? (
        <Link to="/jits/$jit/consents" params={{ jit: jit.id }} className={classes['item']}>
          <IconMessageQuestion size={20} stroke={1.5} aria-hidden />
          {t('consents/rail')}
        </Link>
      ) : null}
      <Link to="/jits/$jit/copies" params={{ jit: jit.id }} className={classes['item']}>
        <IconCopyCheck size={20} stroke={1.5} aria-hidden />
        {t('copies/rail')}
      </Link>
      {may('evidence:verify') ? (
        <Link to="/jits/$jit/verifications" params={{ jit: jit.id }} className={classes['item']}>
          <IconShieldQuestion size={20} stroke={1.5} aria-hidden />
          {t('verifications/rail')}
        </Link>
      ) : null}
      <Link to="/jits/$jit/audit" params={{ jit: jit.id }} className={classes['item']}>
        <IconShieldCheck size={20} stroke={1.5} aria-hidden />
        {t('app/audit')}
      </Link>
      <Link to="/jits/$jit/members" params={{ jit: jit.id }} className={classes['item']}>
        <IconUsersGroup size={20} stroke={1.5} aria-hidden />
        {t('members/title')}
      </Link>
    </nav>
  );
}
