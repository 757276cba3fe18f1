/** Deadlines of a request with the rule of each: added, extended where the rule provides it, and ended. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { visible } from '@/lib/visible';
import { EndDialog } from './EndDialog';
import { ExtendDialog } from './ExtendDialog';
import { StartDialog } from './StartDialog';
import type { DeadlineView, RequestView } from '@/features/requests/request/queries';
import { isOver, progressOf } from '@/features/requests/request/state';
import { DeadlineWhen, ProductionProgress, Unverified } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import classes from '@/features/requests/request/Request.module.css';

type Opened = { act: 'start' } | { act: 'extend' | 'end'; clock: DeadlineView };
type Props = { request: RequestView; now: number; works: boolean };

export function DeadlinesPanel({ request, now, works }: Props) {
  const { t } = useTranslation();
  const { said } = useRequestWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const changes = works && !isOver(request);
  const placeOf = (id: string | null) => request.items.find((one) => one.id === id)?.place;
  return (
    <Panel
      title={t('requestDetail/deadlines')}
      aside={
        changes ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpened({ act: 'start' })}>
            {t('requestDeadlines/start')}
          </Button>
        ) : null
      }
    >
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
              <ProductionProgress progress={progressOf(clock, request.production)} />
            </div>
            {changes && clock.ended_at === null ? (
              <Group gap={6}>
                {clock.extension ? (
                  <Button size="compact-xs" variant="default" onClick={() => setOpened({ act: 'extend', clock })}>
                    {t(clock.lapses ? 'requestDetail/extendPreservation' : 'requestDetail/extend')}
                  </Button>
                ) : null}
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('requestDeadlines/endOf', { deadline: said(clock.title) })}
                  onClick={() => setOpened({ act: 'end', clock })}
                >
                  {t('requestDeadlines/end')}
                </Button>
              </Group>
            ) : null}
          </li>
        ))}
      </ul>
      {opened?.act === 'start' ? <StartDialog request={request} onClose={close} /> : null}
      {opened?.act === 'extend' ? <ExtendDialog request={request.id} clock={opened.clock} onClose={close} /> : null}
      {opened?.act === 'end' ? <EndDialog request={request.id} clock={opened.clock} onClose={close} /> : null}
    </Panel>
  );
}
