import { allWords } from '@/i18n';

/**
 * Fetches the screens that were not needed yet, some seconds after the first one stands, so that a line that breaks later takes
 * none of them away. One after the other while nothing else is to be done: taken together they would hold up a reader who scrolls.
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

/** Not every browser tells when it is idle; a pause lets it breathe as well. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 100);
  });

export function warm(): () => void {
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
