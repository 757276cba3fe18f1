/** The form for a new exhibit, read when it is wanted, and the uploads that follow it. */
import { Loader } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTeam } from '@/api/team';
import { uploads } from '@/features/files/uploads';

const RegisterDrawer = lazy(async () => ({ default: (await import('@/features/evidence/RegisterDrawer')).RegisterDrawer }));

export function Registering({ files, parents = [], onClose }: { files: File[]; parents?: readonly string[]; onClose: () => void }) {
  const { jit } = useTeam();
  const navigate = useNavigate();
  return (
    <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
      <RegisterDrawer
        files={files}
        parents={parents}
        onClose={onClose}
        onRegistered={(exhibit, sent) => {
          onClose();
          for (const file of sent) uploads.add({ jit: jit.id, evidence: exhibit.id, number: exhibit.exhibit_number, ...file });
          void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit: jit.id, evidence: exhibit.id } });
        }}
      />
    </Suspense>
  );
}
