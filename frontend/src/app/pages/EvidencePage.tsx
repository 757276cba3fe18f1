/** The evidence screen, the form for a new exhibit, and the uploads that follow it, put together. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTeam } from '@/api/team';
import { EvidenceScreen } from '@/features/evidence/EvidenceScreen';
import { Registering } from './Registering';

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
      {staged === null ? null : <Registering files={staged} onClose={() => setStaged(null)} />}
    </>
  );
}
