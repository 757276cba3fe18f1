/** A term on the first screen. Its definition is loaded later; the text is shown at once. */
import { Suspense, type ReactNode } from 'react';
import { withWords } from '@/i18n';
import { loadLater } from '@/lib/lazyLoading';
import type { TermName } from './Term';

const Term = loadLater(withWords(async () => (await import('./Term')).Term));

export function LateTerm({ of, children }: { of: TermName; children: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <Term of={of}>{children}</Term>
    </Suspense>
  );
}
