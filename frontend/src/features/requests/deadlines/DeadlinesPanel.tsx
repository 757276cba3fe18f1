/** Deadlines of a request with the rule of each, and their extension where the rule provides one. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { visible } from '@/lib/visible';
import { ExtendDialog } from './ExtendDialog';
import type { DeadlineView, RequestView } from '@/features/requests/request/queries';
import { isOver } from '@/features/requests/request/state';
import { DeadlineWhen, Unverified } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import classes from '@/features/requests/request/Request.module.css';

type Props = { request: RequestView; now: number; works: boolean };

export function DeadlinesPanel({ request, now, works }: Props) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const [extending, setExtending] = useState<DeadlineView | null>(null);
  const placeOf = (id: string | null) => request.items.find((one) => one.id === id)?.place;
  return (
    <Panel title={t('requestDetail/deadlines')}>
      {request.clocks.length === 0 ? <p className={classes['none']}>{t('requestDetail/noDeadlines')}</p> : null}
      <ul className={classes['list']}>
        {request.clocks.map((clock) => (
          <li key={clock.id} className={classes['line']}>
            <div>
              {said(clock.title)} {clock.verified ? null : <Unverified />}
              {placeOf(clock.item) === undefined ? null : (
                <div className={classes['small']}>{t('requestDetail/ofItem', { place: placeOf(clock.item) })}</div>
              )}
              {clock.source ? <div className={classes['small']}>{visible(clock.source)}</div> : null}
              <DeadlineWhen clock={clock} now={now} />
            </div>
            {works && clock.extension && !isOver(request) ? (
              <Button size="compact-xs" variant="default" onClick={() => setExtending(clock)}>
                {t(clock.lapses ? 'requestDetail/extendPreservation' : 'requestDetail/extend')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {extending ? <ExtendDialog request={request.id} clock={extending} onClose={() => setExtending(null)} /> : null}
    </Panel>
  );
}
