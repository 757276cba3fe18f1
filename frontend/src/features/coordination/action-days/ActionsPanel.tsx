/** The visible actions of a day by party: plans where they are shared, otherwise the line of the board. */
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boardQuery } from './queries/operations';
import { useTeam } from '@/api/team';
import type { ActionView, OperationView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { Words } from '@/components/text/Words';
import { ActionSteps } from './ActionSteps';
import { PlanFacts } from './list/PlanFacts';
import { stateOf } from './queue';
import { StateMark } from './StateMark';
import { useQueue } from './useQueue';
import classes from './Operations.module.css';

type Props = { day: OperationView; onPlan: () => void; onChange: (action: ActionView) => void };

export function ActionsPanel({ day, onPlan, onChange }: Props) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const board = useQuery(boardQuery(jit.id, day.id));
  const codes = [...new Set(board.data?.items.map(({ party }) => party))].toSorted();
  return (
    <Panel
      title={t('operations/actions')}
      flush
      aside={
        day.may.plan && jit.state === 'operational' ? (
          <Button size="compact-xs" leftSection={<IconPlus size={12} aria-hidden />} onClick={onPlan}>
            {t('operations/addAction')}
          </Button>
        ) : null
      }
    >
      <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending ? (
        <div className={classes['pad']} role="status" aria-label={t('common/loading')}>
          <Skeleton height={120} />
        </div>
      ) : null}
      {board.data?.items.length === 0 ? (
        <p className={`${classes['pad'] ?? ''} dim`}>{t('operations/noActions')}</p>
      ) : null}
      {codes.map((code) => (
        <section key={code} aria-label={partyName(code)}>
          <h3 className={classes['party']}>{partyName(code)}</h3>
          <ul className={classes['list']}>
            {board.data?.items
              .filter(({ party }) => party === code)
              .map((action) => (
                <Row key={action.id} day={day} action={action} onChange={() => onChange(action)} />
              ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function Row({ day, action, onChange }: { day: OperationView; action: ActionView; onChange: () => void }) {
  const { t } = useTranslation();
  const { all } = useQueue();
  const { state, since, waiting } = stateOf(action, all);
  return (
    <li className={classes['action']} data-number={action.number}>
      <div className={classes['line']}>
        <span className="mono">{action.number}</span>
        <strong className={classes['objective']}>
          {action.plan ? (
            <Words of={action.plan} name="objective">
              {action.plan.objective}
            </Words>
          ) : (
            <span className="dim">{t('operations/notShared')}</span>
          )}
        </strong>
        <StateMark state={state} waiting={waiting} />
        <span className="dim">
          <When at={since} form="clock" />
        </span>
      </div>
      {action.plan ? <PlanFacts action={action} plan={action.plan} /> : null}
      <div className={classes['acts']}>
        <ActionSteps day={day} action={action} />
        {action.may.edit ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('operations/changeAction', { number: action.number })}
            onClick={onChange}
          >
            {t('operations/changeThis')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
