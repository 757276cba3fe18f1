/** Acts of others since the last visit, by object: each kind of act once, with number and members. */
import { IconMoonStars } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HappenedView } from './queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import classes from './Briefing.module.css';

export function HappenedPanel({ happened }: { happened: HappenedView[] }) {
  const { t } = useTranslation();
  const acts = happened.reduce((sum, one) => sum + one.acts.reduce((all, { count }) => all + count, 0), 0);
  return (
    <Panel title={t('briefing/happened')} aside={acts > 0 ? t('briefing/newActs', { count: acts }) : undefined} flush>
      {happened.length === 0 ? (
        <EmptyState icon={IconMoonStars} title={t('briefing/quiet')} help={t('briefing/quietHelp')} />
      ) : (
        <ul className={classes['list']}>
          {happened.map((one) => (
            <Thing key={one.evidence ?? one.task ?? 'team'} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Thing({ one }: { one: HappenedView }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const word = useWord();
  const nameOf = useMemberName();
  const name = (
    <>
      <span className="mono">{one.number}</span> {one.title}
    </>
  );
  return (
    <li className={classes['thing']}>
      {one.evidence ? (
        <Link
          to="/jits/$jit/evidence/$evidence"
          params={{ jit: jit.id, evidence: one.evidence }}
          className="exhibit-link"
        >
          {name}
        </Link>
      ) : one.task ? (
        <Link to="/jits/$jit/tasks/$task" params={{ jit: jit.id, task: one.task }} className="exhibit-link">
          {name}
        </Link>
      ) : (
        <strong>{t('briefing/team')}</strong>
      )}
      <ul className={classes['acts']}>
        {one.acts.map((act) => (
          <li key={act.kind}>
            <span>
              {word('entry', act.kind)}
              {act.count > 1 ? <span className="dim"> × {act.count}</span> : null}
            </span>{' '}
            <span className="dim">
              {new Intl.ListFormat(locale, { type: 'unit' }).format(
                act.seats.map((seat) => (seat === 'system' ? t('live/system') : nameOf(seat))),
              )}{' '}
              · <When at={act.last_at} form="column" />
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
