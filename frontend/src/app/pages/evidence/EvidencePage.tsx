/** The evidence screen, the form for a new exhibit, and the uploads that follow it, put together. */
import { Loader } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTeam } from '@/api/team';
import { EvidenceScreen } from '@/features/evidence/list/EvidenceScreen';
import { BlankLabels } from '@/features/evidence/labels/BlankLabels';
import { Registering } from './Registering';

const ImportDrawer = lazy(async () => ({
  default: (await import('@/features/evidence/imports/ImportDrawer')).ImportDrawer,
}));

export function EvidencePage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/evidence' });
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const [staged, setStaged] = useState<File[] | null>(null);
  const show = (evidence: string) =>
    void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit: jit.id, evidence } });
  return (
    <>
      <EvidenceScreen
        filters={filters}
        onFilters={(next) =>
          void navigate({ to: '/jits/$jit/evidence', params: { jit: jit.id }, search: next, replace: true })
        }
        onOpen={({ id }) => show(id)}
        onRegister={setStaged}
        onImport={() => setImporting(true)}
        registering={staged !== null || importing}
        labels={<BlankLabels />}
      />
      {staged === null ? null : <Registering files={staged} onClose={() => setStaged(null)} />}
      {importing ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          <ImportDrawer
            onClose={() => setImporting(false)}
            onImported={({ document }) => {
              setImporting(false);
              show(document.id);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
