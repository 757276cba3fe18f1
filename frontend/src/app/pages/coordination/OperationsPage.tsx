/** Action days, and the form for a new one. */
import { Loader } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTeam } from '@/api/team';
import { OperationsScreen } from '@/features/coordination/action-days/list/OperationsScreen';

const OperationDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/action-days/list/OperationDrawer')).OperationDrawer,
}));

export function OperationsPage() {
  const { jit } = useTeam();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <OperationsScreen onPlan={() => setPlanning(true)} />
      {planning ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <OperationDrawer
            onClose={() => setPlanning(false)}
            onDone={(day) =>
              void navigate({ to: '/jits/$jit/operations/$operation', params: { jit: jit.id, operation: day.id } })
            }
          />
        </Suspense>
      ) : null}
    </>
  );
}
