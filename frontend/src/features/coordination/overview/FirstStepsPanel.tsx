/** The checklist of the first days of a team, for members who can do an open step, until it is done or dismissed. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dismissFirstSteps } from '@/api/generated/sdk.gen';
import type { FirstStepView } from '@/api/generated/types.gen';
import { keys, situationQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Overview.module.css';

/** Where each step is done. Working hours are set at the partners' local times of the overview itself. */
const PLACES = {
  leaders: '/jits/$jit/members',
  leaving_clause: '/jits/$jit/members',
  working_hours: null,
  sharing_rules: '/jits/$jit/access',
  channel: '/jits/$jit/messages',
  exhibit: '/jits/$jit/evidence',
  co_signer: '/jits/$jit/audit',
} as const;

export function FirstStepsPanel() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const steps = useQuery(situationQuery(jit.id)).data?.first_steps ?? [];
  const dismissal = useMutation({
    mutationFn: () => dismissFirstSteps({ path: { jit: jit.id }, throwOnError: true }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.situation(jit.id)] }),
  });
  if (!steps.some((one) => one.may && one.done < one.of)) return null;
  const done = steps.filter((one) => one.done >= one.of).length;
  return (
    <Panel
      title={t('firstSteps/title')}
      aside={
        <>
          <span className="dim">{t('firstSteps/done', { done, of: steps.length })}</span>{' '}
          <Button variant="subtle" size="compact-sm" loading={dismissal.isPending} onClick={() => dismissal.mutate()}>
            {t('firstSteps/dismiss')}
          </Button>
        </>
      }
      flush
    >
      {dismissal.error ? <ProblemNotice error={dismissal.error} /> : null}
      <ul className={classes['rows']}>
        {steps.map((one) => (
          <Step key={one.step} step={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Step({ step: { step, done, of, may } }: { step: FirstStepView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const isDone = done >= of;
  const Icon = isDone ? IconCircleCheck : IconCircleDashed;
  const to = PLACES[step];
  const title = t(`firstSteps/${step}`);
  return (
    <li className={classes['step']} data-done={isDone || undefined}>
      <Icon size={18} stroke={1.5} aria-hidden />
      <div>
        {!isDone && may && to ? (
          <Link to={to} params={{ jit: jit.id }} search={{}} className="exhibit-link">
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="visually-hidden">{t(isDone ? 'firstSteps/isDone' : 'firstSteps/isOpen')}</span>
        {isDone ? null : (
          <div className={classes['second']}>
            {of > 1
              ? t('firstSteps/joined', { done, count: of })
              : t(may ? `firstSteps/how_${step}` : `firstSteps/who_${step}`)}
          </div>
        )}
      </div>
    </li>
  );
}
