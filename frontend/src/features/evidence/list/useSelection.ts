/** Exhibits that are selected in the list, as they were listed when they were selected. */
import { useCallback, useState } from 'react';
import type { EvidenceSummary } from '@/api/views';

export type Selection = {
  chosen: ReadonlyMap<string, EvidenceSummary>;
  toggle: (exhibit: EvidenceSummary) => void;
  set: (exhibits: readonly EvidenceSummary[]) => void;
  clear: () => void;
};

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, EvidenceSummary>>(new Map());
  const toggle = useCallback((exhibit: EvidenceSummary) => {
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(exhibit.id)) next.set(exhibit.id, exhibit);
      return next;
    });
  }, []);
  const set = useCallback(
    (exhibits: readonly EvidenceSummary[]) => setChosen(new Map(exhibits.map((one) => [one.id, one]))),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return { chosen, toggle, set, clear };
}
