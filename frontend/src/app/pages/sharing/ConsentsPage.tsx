/** Consent requests, and the form for a task about one. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ConsentView } from '@/api/views';
import { ConsentsScreen } from '@/features/sharing/consents/ConsentsScreen';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';

export function ConsentsPage() {
  const { t } = useTranslation();
  const { jit, may, partyName } = useTeam();
  const queries = useQueryClient();
  const { request } = useSearch({ from: '/jits/$jit/consents' });
  const navigate = useNavigate({ from: '/jits/$jit/consents' });
  const [tasking, setTasking] = useState<ConsentView | null>(null);
  const done = () => {
    setTasking(null);
    void queries.invalidateQueries({ queryKey: keys.consents(jit.id) });
  };
  return (
    <>
      <ConsentsScreen
        open={request}
        onOpen={(id) => void navigate({ search: { request: id }, replace: true })}
        onTask={may('tasks:assign') ? setTasking : undefined}
      />
      {tasking ? (
        <TaskDrawer
          consents={[tasking.id]}
          evidence={tasking.evidence ? [tasking.evidence] : []}
          given={{
            title: t('matters/consent', {
              asker: partyName(tasking.asker_party),
              asked: partyName(tasking.asked_party),
            }),
          }}
          onClose={() => setTasking(null)}
          onDone={done}
        />
      ) : null}
    </>
  );
}
