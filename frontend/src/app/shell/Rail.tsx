/** The screens that exist. A screen that does not exist yet has no place here. */
import { IconArchive, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import classes from './Shell.module.css';

export function Rail() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <nav className={classes['rail']} aria-label={t('app/navigation')}>
      <Link to="/jits/$jit/evidence" params={{ jit: jit.id }} search={{}} activeOptions={{ includeSearch: false }} className={classes['item']}>
        <IconArchive size={20} stroke={1.5} aria-hidden />
        {t('app/evidence')}
      </Link>
      <Link to="/jits/$jit/audit" params={{ jit: jit.id }} className={classes['item']}>
        <IconShieldCheck size={20} stroke={1.5} aria-hidden />
        {t('app/audit')}
      </Link>
    </nav>
  );
}
