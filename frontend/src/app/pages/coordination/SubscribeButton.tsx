/** Opens the dialog of calendar feeds, for whoever may have one. */
import { Button, Loader } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';

const SubscribeDialog = lazy(async () => ({
  default: (await import('@/features/coordination/calendar-feeds/SubscribeDialog')).SubscribeDialog,
}));

export function SubscribeButton() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [subscribing, setSubscribing] = useState(false);
  // In a closed team the addresses are still one's own, to be taken back.
  if (!may('calendars:subscribe') && !(jit.state === 'closed' && may('tasks:read'))) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendarPlus size={14} aria-hidden />}
        onClick={() => setSubscribing(true)}
      >
        {t('calendarFeeds/open')}
      </Button>
      {subscribing ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <SubscribeDialog onClose={() => setSubscribing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
