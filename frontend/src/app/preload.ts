import { allWords } from '@/i18n';

/**
 * Loads the code of the other screens some seconds after the first screen, so that they work when the connection
 * breaks. One after the other in idle time: loading all at once would disturb scrolling.
 */
const LATER = 4000;
const SCREENS = [
  allWords,
  () => import('./pages/coordination/SituationPage'),
  () => import('./pages/evidence/ExhibitPage'),
  () => import('./pages/audit/AuditPage'),
  () => import('./pages/teams/MembersPage'),
  () => import('./pages/coordination/TasksPage'),
  () => import('./pages/coordination/TaskPage'),
  () => import('./pages/coordination/MyTasksPage'),
  () => import('./pages/teams/TeamsPage'),
  () => import('./pages/accounts/AccountPage'),
  () => import('@/features/coordination/search-and-seizure/queue/queue'),
  () => import('@/features/evidence/registration/RegisterDialog'),
  () => import('tus-js-client'),
];

/** Some browsers do not report idle time; a pause replaces it. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 100);
  });

export function preload(): () => void {
  let left = false;
  const fetchAll = async () => {
    for (const screen of SCREENS) {
      await idle();
      if (left) return;
      await screen().catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void fetchAll(), LATER);
  return () => {
    left = true;
    clearTimeout(timer);
  };
}
