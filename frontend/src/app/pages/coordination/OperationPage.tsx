/** An action day, with the forms for the exhibit or task that a result becomes. */
import { Loader } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultView } from '@/api/views';
import { OperationScreen } from '@/features/coordination/action-days/OperationScreen';
import { useSignOut } from '@/app/useSignOut';
import { Registering } from '@/app/pages/evidence/Registering';
import { useResultLink } from '@/app/pages/useResultLink';

const TaskDrawer = lazy(async () => ({
  default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
}));

export function OperationPage() {
  const { operation } = useParams({ from: '/jits/$jit/operations/$operation' });
  const { leaving } = useSearch({ from: '/jits/$jit/operations/$operation' });
  const signOut = useSignOut();
  const navigate = useNavigate();
  // Without the word in the address, signing out asks again.
  const onStay = () => void navigate({ to: '.', search: {}, replace: true });
  const { t } = useTranslation();
  const tie = useResultLink(operation);
  const [exhibit, setExhibit] = useState<ResultView | null>(null);
  const [task, setTask] = useState<ResultView | null>(null);
  const named = (one: ResultView) =>
    [t(`resultKind/${one.kind}`), ...(one.erased['text'] ? [] : [one.text])].join(t('common/colon'));
  return (
    <>
      <OperationScreen
        key={operation}
        operation={operation}
        onExhibit={setExhibit}
        onTask={setTask}
        onLeaving={leaving ? { onSignOut: signOut, onStay } : null}
      />
      {exhibit ? (
        <Registering
          files={[]}
          given={{
            title: exhibit.erased['text'] ? '' : exhibit.text,
            kind: 'physical',
            category: exhibit.kind === 'wallet' ? 'crypto_asset' : 'device',
            acquired: exhibit.occurred_at,
          }}
          onClose={() => setExhibit(null)}
          onExhibit={(registered) => tie(exhibit, registered)}
        />
      ) : null}
      {task ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <TaskDrawer
            given={{ title: named(task), details: task.number }}
            onClose={() => setTask(null)}
            onDone={() => setTask(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
