/** A request in the list. */
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { StateTag } from '@/components/text/StateTag';
import type { RequestView } from '@/features/requests/request/queries';
import { nextDeadline } from '@/features/requests/request/state';
import { DeadlineWhen, RequestStateTag } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { HolderWords } from './HolderWords';
import { ItemsBar } from './ItemsBar';
import classes from './List.module.css';

type Props = { request: RequestView; now: number };

export function RequestLink({ request }: { request: RequestView }) {
  const { jit } = useTeam();
  const { title } = useRequestWords();
  return (
    <Link to="/jits/$jit/requests/$request" params={{ jit: jit.id, request: request.id }} className={classes['link']}>
      {title(request)}
    </Link>
  );
}

export function Sides({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { from, to } = useRequestWords().sides(request);
  const Arrow = request.direction === 'out' ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <>
      <div>
        <Arrow size={14} role="img" aria-label={t(`requestDirection/${request.direction}`)} /> {from}
      </div>
      <div className={classes['small']}>{t('requests/to', { to })}</div>
    </>
  );
}

export function RequestRow({ request, now }: Props) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const next = nextDeadline(request.clocks);
  return (
    <li className={classes['row']}>
      <div>
        <RequestLink request={request} />
        <div className={classes['small']}>
          {said(request.instrument_title)} · <span className="mono">{request.number}</span>
        </div>
      </div>
      <div>
        <Sides request={request} />
      </div>
      <div className={classes['tags']}>
        <RequestStateTag state={request.state} />
        {request.urgent ? <StateTag tone="bad">{t('requests/urgent')}</StateTag> : null}
      </div>
      <div>
        <span className={classes['label']}>{t('requestHeads/holder')} </span>
        <HolderWords request={request} now={now} />
      </div>
      <div>
        <span className={classes['label']}>{t('requestHeads/deadline')} </span>
        {next ? <DeadlineWhen clock={next} now={now} /> : <span className="dim">{t('requests/noDeadline')}</span>}
      </div>
      <div>
        <span className={classes['label']}>{t('requestHeads/delivered')} </span>
        {request.content === null ? (
          <span className={classes['small']}>
            {t(request.level === 'existence' ? 'requests/onlyExists' : 'requests/noContent')}
          </span>
        ) : (
          <ItemsBar request={request} />
        )}
      </div>
    </li>
  );
}
