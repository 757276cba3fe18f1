/** Replaces a screen of a team that cannot load. */
import { lazy, Suspense } from 'react';
import { neverJudged, Problem } from '@/api/problem';
import { Crash } from '@/app/Fallbacks';
import { dayOf } from '@/app/savedDays';
import { withWords } from '@/i18n';

const NothingSaved = lazy(
  withWords(async () => ({
    default: (await import('@/features/coordination/action-days/saved-day/NothingSaved')).NothingSaved,
  })),
);

export function TeamFault({ error }: { error: unknown }) {
  if (!dayOf(location.pathname) || !(error instanceof Problem) || !neverJudged(error)) return <Crash error={error} />;
  return (
    <Suspense fallback={null}>
      <NothingSaved />
    </Suspense>
  );
}
