/** Settings around every screen: formats of dates and numbers. */
import { DatesProvider } from '@mantine/dates';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocaleProvider } from '@/api/team';

export function Root() {
  const { i18n } = useTranslation();
  return (
    <LocaleProvider>
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <Outlet />
      </DatesProvider>
    </LocaleProvider>
  );
}
