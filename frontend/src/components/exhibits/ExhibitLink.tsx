/** A link to an exhibit of which only the id is known. Number and title are loaded if the member may see it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useListedNames } from '@/api/names';
import { exhibitNameQuery } from '@/api/naming';
import { useTeam } from '@/api/team';
import { ExhibitName } from './ExhibitName';

export function ExhibitLink({ id }: { id: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  // Data of loaded lists is used before the server is asked for a single exhibit.
  const listed = useListedNames(jit.id).get(id);
  const { data } = useQuery({ ...exhibitNameQuery(jit.id, id), enabled: !listed });
  // An exhibit that is no longer visible is not named from memory.
  const named = data === null ? undefined : (listed ?? data);
  if (!named) return <span className="dim">{t(data === null ? 'live/gone' : 'live/unnamed')}</span>;
  return (
    <Link
      to="/jits/$jit/evidence/$evidence"
      params={{ jit: jit.id, evidence: id }}
      className="exhibit-link"
      title={named.title}
    >
      <ExhibitName of={named} />
    </Link>
  );
}
