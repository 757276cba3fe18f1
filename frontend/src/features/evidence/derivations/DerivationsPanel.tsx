/** The exhibits from which an exhibit was derived, and those derived from it, where the user sees both. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { derivationsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { DerivedView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import classes from './Derivations.module.css';

export function DerivationsPanel({ evidence }: { evidence: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data, error, refetch } = useQuery(derivationsQuery(jit.id, evidence));
  const { derived_from: parents = [], derived: children = [] } = data ?? {};
  if (parents.length + children.length === 0 && !error) return null;
  return (
    <Panel title={t('derivations/title')} term="derived" flush>
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      <Ends title={t('derivations/from')} rows={parents} />
      <Ends title={t('derivations/into')} rows={children} />
    </Panel>
  );
}

function Ends({ title, rows }: { title: string; rows: readonly DerivedView[] }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes['heading']}>{title}</h3>
      <ul className={classes['list']}>
        {rows.map((one) => (
          <li key={one.evidence} className={classes['row']}>
            <PartyTag tone="origin" name={partyName(one.originator)} />
            <div className={classes['what']}>
              <Link
                to="/jits/$jit/evidence/$evidence"
                params={{ jit: jit.id, evidence: one.evidence }}
                className="exhibit-link"
                title={one.title}
              >
                <ExhibitName of={one} />
              </Link>
              <div className="dim">
                {t(`how/${one.how}`)}, <TwoTimes at={one.derived_at} other={one.originator} />
                {one.status === 'withdrawn' ? ` · ${t('derivations/withdrawn')}` : ''}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
