/** Requests in columns by state. A request moves when its state is recorded on its own screen. */
import { useTranslation } from 'react-i18next';
import type { RequestView } from '@/features/requests/request/queries';
import { COLUMNS, nextDeadline, type Column } from '@/features/requests/request/state';
import { DeadlineWhen, RequestStateTag } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { ItemsBar } from './ItemsBar';
import { RequestLink, Sides } from './RequestRow';
import classes from './Board.module.css';

export function RequestBoard({ requests, now }: { requests: RequestView[]; now: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes['board']}>
      {(Object.keys(COLUMNS) as Column[]).map((column) => {
        const states: readonly string[] = COLUMNS[column];
        const found = requests.filter(({ state }) => states.includes(state));
        return (
          <section key={column} className={classes['column']} aria-labelledby={`requests-${column}`}>
            <h2 id={`requests-${column}`} className={classes['heading']}>
              {t(`requestColumn/${column}`)} <span className="dim">{found.length}</span>
            </h2>
            <ul className={classes['cards']}>
              {found.map((request) => (
                <Card key={request.id} request={request} now={now} />
              ))}
            </ul>
            {found.length === 0 ? <p className={classes['none']}>{t('requests/noneHere')}</p> : null}
          </section>
        );
      })}
    </div>
  );
}

function Card({ request, now }: { request: RequestView; now: number }) {
  const { said } = useRequestWords();
  const next = nextDeadline(request.clocks);
  return (
    <li className={classes['card']}>
      <RequestLink request={request} />
      <div className="dim">{said(request.instrument_title)}</div>
      <div>
        <Sides request={request} />
      </div>
      <RequestStateTag state={request.state} />
      {next ? <DeadlineWhen clock={next} now={now} /> : null}
      {request.content === null ? null : <ItemsBar request={request} />}
    </li>
  );
}
