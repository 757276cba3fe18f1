/** A request in the list. */
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { StateTag } from '@/components/text/StateTag';
import type { RequestView } from '@/features/requests/request/queries';
import { answered, nextDeadline } from '@/features/requests/request/state';
import { DeadlineWhen, RequestStateTag } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import classes from './List.module.css';

export function RequestRow({ request, now }: { request: RequestView; now: number }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { title, said, sides } = useRequestWords();
  const { from, to } = sides(request);
  const next = nextDeadline(request.clocks);
  const Arrow = request.direction === 'out' ? IconArrowUpRight : IconArrowDownLeft;
  return (
    <li className={classes['row']}>
      <div>
        <Link
          to="/jits/$jit/requests/$request"
          params={{ jit: jit.id, request: request.id }}
          className={classes['link']}
        >
          {title(request)}
        </Link>
        <div className={classes['small']}>
          <span className="mono">{request.number}</span> {said(request.instrument_title)}
        </div>
      </div>
      <div>
        <div>
          <Arrow size={14} aria-hidden /> {from}
        </div>
        <div className={classes['small']}>{t('requests/to', { to })}</div>
      </div>
      <div className={classes['tags']}>
        <RequestStateTag state={request.state} />
        {request.urgent ? <StateTag tone="bad">{t('requests/urgent')}</StateTag> : null}
      </div>
      <div>
        {next ? (
          <>
            <span className={classes['label']}>{t('requestHeads/deadline')} </span>
            <DeadlineWhen clock={next} now={now} />
          </>
        ) : (
          <span className="dim">{t('requests/noDeadline')}</span>
        )}
      </div>
      <div>
        {request.level === 'existence' ? (
          <span className={classes['small']}>{t('requests/onlyExists')}</span>
        ) : (
          t('requests/answeredOf', { count: answered(request), all: request.items.length })
        )}
      </div>
    </li>
  );
}
