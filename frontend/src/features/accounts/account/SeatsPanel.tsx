/** The user's memberships: team, party and roles. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/queries';
import { Panel } from '@/components/layout/Panel';
import { useWord } from '@/i18n/useWord';
import classes from './Account.module.css';

export function SeatsPanel() {
  const { t } = useTranslation();
  const word = useWord();
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <Panel title={t('account/seats')} flush>
      {me.seats.length === 0 ? <p className={classes['help']}>{t('account/noSeats')}</p> : null}
      <ul className={classes['sessions']}>
        {me.seats.map(({ jit, seat }) => (
          <li key={seat.id} className={classes['session']}>
            <Link to="/jits/$jit" params={{ jit: jit.id }} className="exhibit-link">
              <strong>{jit.name}</strong>
            </Link>
            <span className="dim">
              <span className="mono">{seat.code}</span> · {seat.roles.map((role) => word('role', role)).join(', ')} ·{' '}
              {t(`members/${seat.function}`)} · {jit.reference}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
