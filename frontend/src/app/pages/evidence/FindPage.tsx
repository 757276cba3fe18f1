/** The target of the code on a label: forwards users with access to the exhibit. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Found } from '@/features/evidence/labels/queries';
import { FindScreen } from '@/features/evidence/labels/FindScreen';
import { PlainFrame } from '@/app/shell/PlainFrame';

export function FindPage() {
  const { code = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const go = useCallback(
    ({ jit, evidence }: Found) =>
      void navigate({ to: '/jits/$jit/evidence/$evidence', params: { jit, evidence }, replace: true }),
    [navigate],
  );
  return (
    <PlainFrame>
      <FindScreen
        key={code}
        code={code}
        onCode={(next) => void navigate({ to: '/find/$code', params: { code: next } })}
        onFound={go}
      />
    </PlainFrame>
  );
}
