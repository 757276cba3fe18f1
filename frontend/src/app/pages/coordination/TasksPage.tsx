/** The tasks screen, and the form for a new task. */
import { Button, Loader } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { TasksScreen } from '@/features/coordination/tasks/TasksScreen';

const TaskDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
}));
const SubscribeDialog = lazy(async () => ({
  default: (await import('@/features/coordination/calendar-feeds/SubscribeDialog')).SubscribeDialog,
}));

export function TasksPage() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/tasks' });
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const [subscribing, setSubscribing] = useState(false);
  // In a closed team the addresses are still one's own, to be taken back.
  const subscribe =
    may('calendars:subscribe') || (jit.state === 'closed' && may('tasks:read')) ? (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalendarPlus size={14} aria-hidden />}
        onClick={() => setSubscribing(true)}
      >
        {t('calendarFeeds/open')}
      </Button>
    ) : null;
  return (
    <>
      <TasksScreen
        filters={filters}
        onFilters={(next) =>
          void navigate({ to: '/jits/$jit/tasks', params: { jit: jit.id }, search: next, replace: true })
        }
        aside={subscribe}
        onAssign={() => setAssigning(true)}
      />
      {subscribing ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <SubscribeDialog onClose={() => setSubscribing(false)} />
        </Suspense>
      ) : null}
      {assigning ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <TaskDrawer onClose={() => setAssigning(false)} onDone={() => setAssigning(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
