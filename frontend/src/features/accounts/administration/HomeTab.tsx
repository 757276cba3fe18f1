/** The start page of an operator: the health of each part with its remedy, and who may found teams. No content of a team. */
import { Button, Group, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { healthQuery, type PartHealthView } from './queries';
import classes from './Administration.module.css';

const ICONS = {
  well: IconCircleCheck,
  attention: IconAlertTriangle,
  off: IconCircleDashed,
  unknown: IconCircleDashed,
};

/** Of the parts that count something: the words for the number. */
const AMOUNTS: Partial<
  Record<
    PartHealthView['part'],
    'installation/jobs' | 'installation/named' | 'installation/messages' | 'installation/unscanned'
  >
> = {
  worker: 'installation/jobs',
  co_signers: 'installation/named',
  mail: 'installation/messages',
  scanner: 'installation/unscanned',
};

/** `mayFound`: the operator may found teams. `onAccounts`: shows the accounts, where that right is granted. */
export function HomeTab({ mayFound, onAccounts }: { mayFound: boolean; onAccounts: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes['gap']}>
      <HealthPanel />
      <Panel title={t('installation/founding')}>
        <p className={classes['help']}>{t(mayFound ? 'installation/mayFound' : 'installation/mayNotFound')}</p>
        <Group gap="xs" className={classes['foot'] ?? ''}>
          {mayFound ? (
            <Button renderRoot={(root) => <Link to="/teams/new" {...root} />}>{t('installation/found')}</Button>
          ) : null}
          <Button variant="default" onClick={onAccounts}>
            {t('installation/allow')}
          </Button>
        </Group>
      </Panel>
      <Notice tone="plain">{t('installation/noContent')}</Notice>
    </div>
  );
}

function HealthPanel() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(healthQuery());
  const attention = data?.parts.filter((one) => one.state === 'attention').length ?? 0;
  return (
    <Panel
      title={t('installation/health')}
      aside={
        data ? (
          <span className="dim">
            {t('installation/attentionOf', { count: attention, of: data.parts.length })} · <When at={data.checked_at} />
          </span>
        ) : null
      }
      flush
    >
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton height={160} aria-label={t('common/loading')} />
      ) : null}
      {data && !error ? (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>{t('installation/part')}</th>
              <th className={classes['start']}>{t('installation/state')}</th>
              <th className={classes['start']}>{t('installation/details')}</th>
            </tr>
          </thead>
          <tbody>
            {data.parts.map((one) => (
              <Row key={one.part} health={one} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  );
}

function Row({ health: { part, state, waiting, failing, last_at: last } }: { health: PartHealthView }) {
  const { t } = useTranslation();
  const Icon = ICONS[state];
  const amount = AMOUNTS[part];
  return (
    <tr>
      <td>{t(`installation/${part}`)}</td>
      <td className={classes['start']}>
        <span className={classes['health']} data-state={state}>
          <Icon size={16} stroke={1.5} aria-hidden /> {t(`installation/${state}`)}
        </span>
      </td>
      <td className={classes['start']}>
        {waiting > 0 && amount ? <span className={classes['second']}>{t(amount, { count: waiting })}</span> : null}
        {failing > 0 ? (
          <span className={classes['second']}>{t('installation/failing', { count: failing })}</span>
        ) : null}
        {last ? (
          <span className={classes['second']}>
            {t(part === 'mail' ? 'installation/since' : 'installation/last')} <When at={last} />
          </span>
        ) : null}
        {state === 'well' ? null : t(`installation/remedy_${part}`)}
      </td>
    </tr>
  );
}
