/** Who has a request now, and for how long. */
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { visible } from '@/lib/visible';
import type { RequestView } from '@/features/requests/request/queries';
import { daysSince, holderOf } from '@/features/requests/request/state';
import classes from './List.module.css';

export function HolderWords({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const holder = holderOf(request);
  if (!holder) return <span className="dim">{t('requests/noHolder')}</span>;
  const days = daysSince(holder.since, now);
  return (
    <>
      <div>{holder.authority === null ? partyName(holder.party) : visible(holder.authority)}</div>
      <div className={classes['small']}>
        {request.closing_proposed
          ? t('requests/closing')
          : days > 0
            ? t('requests/forDays', { count: days })
            : t('requests/sinceToday')}
      </div>
    </>
  );
}
