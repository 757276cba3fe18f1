/** The frame of screens that belong to no team: the list of teams, the account. */
import { Link } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '@/app/Fallbacks';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import { HelpButton } from './help/HelpButton';
import { Mark } from './Mark';
import { Offline } from './Offline';
import { PersonMenu } from './PersonMenu';
import classes from './Shell.module.css';

const RecoveryNotice = loadLater(
  withWords(async () => (await import('@/features/accounts/organisation/RecoveryNotice')).RecoveryNotice),
);

export function PlainFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
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
        <HelpButton />
        <PersonMenu />
      </header>
      <main id="content" className={classes['main']} tabIndex={-1} data-scroll-restoration-id="content">
        <Offline />
        <Suspense fallback={null}>
          <RecoveryNotice />
        </Suspense>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </main>
    </div>
  );
}
