/** Fetches the screens that were not needed yet, some seconds after the first one stands, so that a line that breaks later takes none of them away. */
const LATER = 4000;

export function warm(): () => void {
  const timer = setTimeout(() => {
    void Promise.allSettled([import('./pages/ExhibitPage'), import('./pages/AuditPage'), import('./pages/MembersPage'), import('./pages/TeamsPage'), import('./pages/AccountPage'), import('@/features/evidence/RegisterDrawer'), import('tus-js-client')]);
  }, LATER);
  return () => clearTimeout(timer);
}
