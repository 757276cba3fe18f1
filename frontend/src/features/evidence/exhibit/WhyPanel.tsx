/** Why can I, why can't I: the server's decision about one act, with every rule that spoke, in words. */
import { Group, Select } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery, type Explained } from '@/features/sharing/access/queries';
import { useTeam } from '@/api/team';
import { PURPOSES, type EvidenceView, type Purpose } from '@/api/views';
import { conditionsOf } from '@/components/sharing/terms';
import { useBecause } from '@/components/exhibits/useBecause';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useWord } from '@/i18n/useWord';
import classes from './Exhibit.module.css';

const ACTS = [
  'open',
  'take',
  'disclose',
  'bundle',
  'release',
  'describe',
  'withdraw',
] as const satisfies readonly Explained[];

export function WhyPanel({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const word = useWord();
  const because = useBecause();
  const [act, setAct] = useState<(typeof ACTS)[number]>('open');
  const [purpose, setPurpose] = useState<Purpose>('JIT_PURPOSE');
  const purposed = act === 'open' || act === 'take' || act === 'disclose';
  // The rules can allow what the state of the exhibit does not, for example while no file is complete.
  const unable = exhibit.may[act].allowed ? null : exhibit.may[act].because;
  const { data, error, refetch } = useQuery(explanationQuery(jit.id, exhibit.id, act, purposed ? purpose : null));
  const allowed = data?.allowed === true && unable === null;
  return (
    <Panel title={t('rules/why')}>
      <Group gap="xs" mb="xs" grow>
        <Select
          size="xs"
          allowDeselect={false}
          aria-label={t('rules/act')}
          data={ACTS.map((value) => ({ value, label: t(`rules/acts/${value}`) }))}
          value={act}
          onChange={(next) => setAct(next ?? act)}
        />
        {purposed ? (
          <Select
            size="xs"
            allowDeselect={false}
            aria-label={t('custody/purposeLabel')}
            data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
            value={purpose}
            onChange={(next) => setPurpose(next ?? purpose)}
          />
        ) : null}
      </Group>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <p className="dim" role="status">
          {t('rules/asking')}
        </p>
      ) : null}
      {data ? (
        <div className={classes['why']} aria-live="polite">
          <p data-allowed={allowed}>
            {allowed ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleX size={16} aria-hidden />}
            <strong>{t(allowed ? 'rules/youMay' : 'rules/youMayNot')}</strong>
          </p>
          <ul>
            {data.allowed && unable ? <li>{because(unable)}</li> : null}
            {data.because.map(({ code }) => (
              <li key={code}>{word('because', code)}</li>
            ))}
            {data.obligations.map(({ code }) => (
              <li key={code}>{word('because', code)}</li>
            ))}
          </ul>
          {data.release?.basis ? <p className="dim">{t('say/basis', { basis: data.release.basis })}</p> : null}
          {data.release && conditionsOf(data.release, { t, zone, locale }).length > 0 ? (
            <p className="dim">{conditionsOf(data.release, { t, zone, locale }).join(' · ')}</p>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
