/** An exhibit that is only known by its id: its number and title are read through the guarded door, or it stays unnamed. */
import { useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { exhibitQuery, keys } from '@/api/queries';
import type { EvidenceSummary } from '@/api/views';
import { useTeam } from '@/api/team';

type Named = Pick<EvidenceSummary, 'exhibit_number' | 'title'>;

/** What the lists already hold, before the server is asked for a single exhibit. */
function useListed(id: string): Named | undefined {
  const { jit } = useTeam();
  const queries = useQueryClient();
  for (const [, data] of queries.getQueriesData<InfiniteData<{ items: EvidenceSummary[] }>>({ queryKey: keys.pool(jit.id) })) {
    const found = data?.pages.flatMap((page) => page.items).find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}

export function ExhibitLink({ id, withTitle = true }: { id: string; withTitle?: boolean }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const listed = useListed(id);
  const { data, isError } = useQuery({ ...exhibitQuery(jit.id, id), enabled: !listed, retry: false, staleTime: 5 * 60_000 });
  const named = data ?? listed;
  if (isError && !named) return <span className="dim">{t('live/gone')}</span>;
  if (!named) return <span className="dim">{t('live/unnamed')}</span>;
  return (
    <Link to="/jits/$jit/evidence/$evidence" params={{ jit: jit.id, evidence: id }} className="exhibit-link">
      <span className="mono">{named.exhibit_number}</span>
      {withTitle ? <span> {named.title}</span> : null}
    </Link>
  );
}
