/** Runs one act for each selected exhibit, one after the other, and tells the outcome of each. */
import { useState } from 'react';
import type { EvidenceSummary } from '@/api/views';

export type Outcome = 'waiting' | 'running' | 'done' | 'gated' | 'failed';
export type Result = { exhibit: EvidenceSummary; outcome: Outcome; error: unknown };

export function useEach(act: (exhibit: EvidenceSummary) => Promise<'done' | 'gated'>) {
  const [results, setResults] = useState<readonly Result[]>([]);
  const [running, setRunning] = useState(false);
  const tell = (id: string, to: Partial<Result>) =>
    setResults((all) => all.map((one) => (one.exhibit.id === id ? { ...one, ...to } : one)));
  const run = async (exhibits: readonly EvidenceSummary[]) => {
    setRunning(true);
    setResults((before) => [
      ...before.filter(({ exhibit }) => !exhibits.some(({ id }) => id === exhibit.id)),
      ...exhibits.map((exhibit): Result => ({ exhibit, outcome: 'waiting', error: null })),
    ]);
    for (const exhibit of exhibits) {
      tell(exhibit.id, { outcome: 'running' });
      try {
        tell(exhibit.id, { outcome: await act(exhibit) });
      } catch (error) {
        tell(exhibit.id, { outcome: 'failed', error });
      }
    }
    setRunning(false);
  };
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  const ended = results.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'running');
  return { results, running, run, failed, ended };
}
