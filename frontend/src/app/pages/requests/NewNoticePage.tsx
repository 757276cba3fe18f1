/** A new INTERPOL notice: written in the form, or imported from a file. */
import { useNavigate } from '@tanstack/react-router';
import { useTeam } from '@/api/team';
import { NoticeFormScreen } from '@/features/requests/notices/NoticeFormScreen';
import { NoticeImportScreen } from '@/features/requests/notices/NoticeImportScreen';
import type { NoticeView } from '@/features/requests/notices/queries';

/** Turns to the only notice that was made, or to the list. */
function useTurn(): (made: NoticeView[]) => void {
  const { jit } = useTeam();
  const navigate = useNavigate();
  return ([first, second]) =>
    void (first && !second
      ? navigate({ to: '/jits/$jit/notices/$notice', params: { jit: jit.id, notice: first.id }, replace: true })
      : navigate({ to: '/jits/$jit/notices', params: { jit: jit.id }, search: {} }));
}

export function NewNoticePage() {
  const turn = useTurn();
  return <NoticeFormScreen notice={null} onCancel={() => turn([])} onDone={(made) => turn([made])} />;
}

export function NoticeImportPage() {
  return <NoticeImportScreen onDone={useTurn()} />;
}
