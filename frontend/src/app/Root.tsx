/** Around every screen, signed in or not: how dates and numbers are written. */
import { Outlet } from '@tanstack/react-router';
import { LocaleProvider } from '@/api/team';

export function Root() {
  return (
    <LocaleProvider>
      <Outlet />
    </LocaleProvider>
  );
}
