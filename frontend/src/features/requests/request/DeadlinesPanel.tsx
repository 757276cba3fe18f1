/** Deadlines of a request with the rule of each, and their extension where the rule provides one. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Panel } from '@/components/layout/Panel';
import { extend, type DeadlineView, type RequestView } from './queries';
import { isOver } from './state';
import { DeadlineWhen, Unverified } from './StateMarks';
import { useChanged } from './useChanged';
import { useRequestWords } from './useRequestWords';
import classes from './Request.module.css';

type Props = { request: RequestView; now: number; works: boolean };

export function DeadlinesPanel({ request, now, works }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { said } = useRequestWords();
  const changed = useChanged();
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
              <DeadlineWhen clock={clock} now={now} />
            </div>
            {works && clock.extension && !isOver(request) ? (
              <Button size="compact-xs" variant="default" onClick={() => setExtending(clock)}>
                {t('requestDetail/extend')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {extending ? (
        <ReasonDialog
          title={t('requestDetail/extend')}
          help={t('requestDetail/extendHelp', { deadline: said(extending.title) })}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/extend')}
          danger={false}
          onClose={() => setExtending(null)}
          act={async (reason) => changed(await extend(jit.id, request.id, extending.id, reason))}
          onDone={() => setExtending(null)}
        />
      ) : null}
    </Panel>
  );
}
