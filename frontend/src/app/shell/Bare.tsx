/** The frame of screens that belong to no team: one's teams, one's account. */
import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '@/app/Fallbacks';
import { hint } from '@/components/hints/hint';
import type { HelpTab } from './help/tabs';
import { Mark } from './Mark';
import { Offline } from './Offline';
import { PersonMenu } from './PersonMenu';
import classes from './Shell.module.css';

const HelpDrawer = lazy(async () => ({ default: (await import('./help/HelpDrawer')).HelpDrawer }));

export function Bare({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [help, setHelp] = useState<HelpTab | null>(null);
  return (
    <div className={classes['bare']}>
      <a href="#content" className={classes['skip']}>
        {t('app/skip')}
      </a>
      <header className={classes['header']}>
        <Link to="/teams" className={classes['brand']} aria-label={t('app/teams')}>
          <Mark />
        </Link>
        <span className={classes['teamName']}>{t('app/name')}</span>
        <div className={classes['spacer']} />
        <ActionIcon
          aria-label={t('help/open')}
          {...hint(t('help/open'))}
          aria-haspopup="dialog"
          onClick={() => setHelp('screen')}
        >
          <IconHelpCircle size={18} />
        </ActionIcon>
        <PersonMenu />
      </header>
      <main id="content" className={classes['main']} tabIndex={-1} data-scroll-restoration-id="content">
        <Offline />
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </main>
      <Suspense fallback={null}>
        {help === null ? null : <HelpDrawer tab={help} onTab={setHelp} onClose={() => setHelp(null)} />}
      </Suspense>
    </div>
  );
}
