/** The form for a new exhibit, loaded on demand, and the uploads that follow. */
import { Loader } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentProps } from 'react';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { uploads } from '@/features/evidence/files/uploads';
import { withWords } from '@/i18n';

const RegisterDialog = lazy(
  withWords(async () => ({
    default: (await import('@/features/evidence/registration/RegisterDialog')).RegisterDialog,
  })),
);

type Part = ComponentProps<typeof RegisterDialog>;
type Props = {
  files: File[];
  parents?: readonly string[];
  given?: Part['given'];
  lead?: Part['lead'];
  send?: Part['send'];
  stays?: boolean;
  onClose: () => void;
  onExhibit?: (exhibit: EvidenceView) => void;
};

/**
 * `given`: what is known of it already; `onExhibit`: what follows once it is registered, which says itself where it fails.
 * `lead`, `send`: the act by which it is registered, if it is more than that. `stays`: the page does not change.
 */
export function Registering({ files, parents = [], given, lead, send, stays, onClose, onExhibit }: Props) {
  const { jit } = useTeam();
  const navigate = useNavigate();
  return (
    <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
      <RegisterDialog
        files={files}
        parents={parents}
        {...(given ? { given } : {})}
        {...(lead ? { lead } : {})}
        {...(send ? { send } : {})}
        onClose={onClose}
        onRegistered={(exhibit, sent) => {
          onClose();
          onExhibit?.(exhibit);
          for (const file of sent)
            uploads.add({ jit: jit.id, evidence: exhibit.id, number: exhibit.exhibit_number, ...file });
          if (!stays)
            void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit: jit.id, evidence: exhibit.id } });
        }}
      />
    </Suspense>
  );
}
