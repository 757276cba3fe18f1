/** The evidence screen, the form for a new exhibit, and the uploads that follow it, put together. */
import { Loader } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTeam } from '@/api/team';
import { EvidenceScreen } from '@/features/evidence/EvidenceScreen';
import { uploads } from '@/features/files/uploads';

const RegisterDrawer = lazy(async () => ({ default: (await import('@/features/evidence/RegisterDrawer')).RegisterDrawer }));

export function EvidencePage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/evidence' });
  const navigate = useNavigate();
  const [staged, setStaged] = useState<File[] | null>(null);
  const show = (evidence: string) => void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit: jit.id, evidence } });
  return (
    <>
      <EvidenceScreen
        filters={filters}
        onFilters={(next) => void navigate({ to: '/jits/$jit/evidence', params: { jit: jit.id }, search: next, replace: true })}
        onOpen={({ id }) => show(id)}
        onRegister={setStaged}
        registering={staged !== null}
      />
      {staged === null ? null : (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <RegisterDrawer
            files={staged}
            onClose={() => setStaged(null)}
            onRegistered={(exhibit, files) => {
              setStaged(null);
              for (const file of files) uploads.add({ jit: jit.id, evidence: exhibit.id, number: exhibit.exhibit_number, ...file });
              show(exhibit.id);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
