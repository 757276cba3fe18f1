/** The tasks screen, and the form for a new task. */
import { Loader } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTeam } from '@/api/team';
import { TasksScreen } from '@/features/coordination/tasks/TasksScreen';
import { SubscribeButton } from './SubscribeButton';

const TaskDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
}));

export function TasksPage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/tasks' });
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  return (
    <>
      <TasksScreen
        filters={filters}
        onFilters={(next) =>
          void navigate({ to: '/jits/$jit/tasks', params: { jit: jit.id }, search: next, replace: true })
        }
        aside={<SubscribeButton />}
        onAssign={() => setAssigning(true)}
      />
      {assigning ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <TaskDrawer onClose={() => setAssigning(false)} onDone={() => setAssigning(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
