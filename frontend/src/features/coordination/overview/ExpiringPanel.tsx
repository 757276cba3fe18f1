/** Releases that end within a week, of the member's own party and to it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { situationQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { TwoTimes } from '@/components/text/TwoTimes';
import { distance, isSoon } from '@/lib/due';
import { useNow } from '@/lib/useNow';
import classes from './Overview.module.css';

export function ExpiringPanel() {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const now = useNow(30_000);
  const ending = useQuery(situationQuery(jit.id)).data?.ending ?? [];
  if (ending.length === 0) return null;
  return (
    <Panel title={t('situation/expiring')} flush>
      <ul className={classes['rows']}>
        {ending.map((one) => (
          <li
            key={`${one.evidence}${one.party}`}
            className={classes['expiring']}
            data-soon={isSoon(one.until, now) || undefined}
          >
            <span className={classes['left']}>{distance(one.until, now, locale)}</span>
            <div>
              <Link
                to="/jits/$jit/evidence/$evidence"
                params={{ jit: jit.id, evidence: one.evidence }}
                className="exhibit-link"
              >
                {one.title}
              </Link>
              <div className={classes['second']}>
                {one.to_us ? t('situation/endingToUs') : t('situation/endingOurs', { party: partyName(one.party) })} ·{' '}
                <TwoTimes at={one.until} other={one.to_us ? null : one.party} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
