/** The evidence screen with the dialogs that begin there: registration, import, labels, and acts on a selection. */
import { Loader } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTeam } from '@/api/team';
import type { EvidenceSummary } from '@/api/views';
import type { BulkAct } from '@/features/evidence/list/BulkBar';
import { EvidenceScreen } from '@/features/evidence/list/EvidenceScreen';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import { Registering } from './Registering';
import type { Way } from './RegisterMenu';

const RegisterMenu = loadLater(withWords(async () => (await import('./RegisterMenu')).RegisterMenu));
const ImportDrawer = lazy(
  withWords(async () => ({
    default: (await import('@/features/evidence/imports/ImportDrawer')).ImportDrawer,
  })),
);
const BulkDialog = lazy(
  withWords(async () => ({
    default: (await import('@/features/evidence/registration/bulk/BulkDialog')).BulkDialog,
  })),
);
const BlankLabelsDialog = lazy(
  withWords(async () => ({
    default: (await import('@/features/evidence/labels/BlankLabels')).BlankLabelsDialog,
  })),
);
const LabelDialog = lazy(
  withWords(async () => ({
    default: (await import('@/features/evidence/labels/LabelDialog')).LabelDialog,
  })),
);
const ShareMany = lazy(
  withWords(async () => ({ default: (await import('@/features/evidence/list/many/ShareMany')).ShareMany })),
);
const RecallMany = lazy(
  withWords(async () => ({ default: (await import('@/features/evidence/list/many/RecallMany')).RecallMany })),
);
const ExportDialog = lazy(
  withWords(async () => ({
    default: (await import('@/features/audit/exports/ExportDialog')).ExportDialog,
  })),
);
const TaskDrawer = lazy(
  withWords(async () => ({
    default: (await import('@/features/coordination/tasks/form/TaskDrawer')).TaskDrawer,
  })),
);

type Dialog =
  { kind: 'register'; files: File[] } | { kind: Way } | { kind: BulkAct; exhibits: readonly EvidenceSummary[] };

export function EvidencePage() {
  const { jit } = useTeam();
  const filters = useSearch({ from: '/jits/$jit/evidence' });
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const show = (evidence: string) =>
    void navigate({
      to: '/jits/$jit/evidence/$evidence',
      params: { jit: jit.id, evidence },
      state: { listed: filters },
    });
  return (
    <>
      <EvidenceScreen
        filters={filters}
        onFilters={(next) =>
          void navigate({ to: '/jits/$jit/evidence', params: { jit: jit.id }, search: next, replace: true })
        }
        onOpen={({ id }) => show(id)}
        onRegister={(files) => setDialog({ kind: 'register', files })}
        registering={dialog !== null}
        onAct={(kind, exhibits) => setDialog({ kind, exhibits })}
        ways={(late) => <RegisterMenu {...late} onChoose={(kind) => setDialog({ kind })} />}
      />
      {dialog ? (
        <Suspense fallback={<Loader size="sm" pos="fixed" top="50%" right="50%" />}>
          {dialog.kind === 'register' ? <Registering files={dialog.files} onClose={close} /> : null}
          {dialog.kind === 'bulk' ? (
            <BulkDialog onClose={close} onTogether={(files) => setDialog({ kind: 'register', files })} />
          ) : null}
          {dialog.kind === 'import' ? (
            <ImportDrawer
              onClose={close}
              onImported={({ document }) => {
                close();
                show(document.id);
              }}
            />
          ) : null}
          {dialog.kind === 'blank-labels' ? <BlankLabelsDialog onClose={close} /> : null}
          {dialog.kind === 'share' ? <ShareMany exhibits={dialog.exhibits} onClose={close} /> : null}
          {dialog.kind === 'recall' ? <RecallMany exhibits={dialog.exhibits} onClose={close} /> : null}
          {dialog.kind === 'export' ? (
            <ExportDialog exhibits={dialog.exhibits.map(({ id }) => id)} onClose={close} />
          ) : null}
          {dialog.kind === 'label' ? <LabelDialog exhibits={dialog.exhibits} onClose={close} /> : null}
          {dialog.kind === 'task' ? (
            <TaskDrawer
              evidence={dialog.exhibits.map(({ id }) => id)}
              onClose={close}
              onDone={({ id }) => void navigate({ to: '/jits/$jit/tasks/$task', params: { jit: jit.id, task: id } })}
            />
          ) : null}
        </Suspense>
      ) : null}
    </>
  );
}
