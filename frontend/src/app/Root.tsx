/** Settings around every screen: formats of dates and numbers. */
import { DatesProvider } from '@mantine/dates';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Suspense } from 'react';
import { LocaleProvider } from '@/api/team';
import { StepUp } from '@/features/accounts/step-up/StepUp';

export function Root() {
  const { i18n } = useTranslation();
  return (
    <LocaleProvider>
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <Outlet />
        <Suspense fallback={null}>
          <StepUp />
        </Suspense>
      </DatesProvider>
    </LocaleProvider>
  );
}
