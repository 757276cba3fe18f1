/** How an image was taken from its medium, record by record: with what, by whom, and whether the tool's hash is that of a stored file. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { acquisitionsQuery } from './queries';
import { useTeam } from '@/api/team';
import type { AcquisitionView, EvidenceView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { AcquisitionDrawer } from './AcquisitionDrawer';
import classes from './Acquisition.module.css';

/** Only exhibits acquired from a medium can have such a record. An existing record is always shown. */
const ACQUIRED: readonly EvidenceView['kind'][] = ['physical', 'image', 'working_copy', 'extract'];

export function AcquisitionsPanel({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const readable = exhibit.level !== 'listed';
  const { data, error, refetch } = useQuery({ ...acquisitionsQuery(jit.id, exhibit.id), enabled: readable });
  const [recording, setRecording] = useState<AcquisitionView | 'new' | null>(null);
  const mayRecord = exhibit.mine && exhibit.status === 'active' && may('evidence:describe');
  const rows = data?.items ?? [];
  const current = rows.filter(({ corrected_by: by }) => by === null);
  if (!readable || (rows.length === 0 && !error && !(mayRecord && ACQUIRED.includes(exhibit.kind)))) return null;
  return (
    <Panel
      title={t('acquisition/title')}
      term="acquisition"
      aside={
        mayRecord ? (
          <Button size="compact-xs" variant="default" onClick={() => setRecording('new')}>
            {t('acquisition/record')}
          </Button>
        ) : undefined
      }
      flush
    >
      {error ? (
        <div className={classes['pad']}>
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {data && rows.length === 0 ? <p className={classes['none']}>{t('acquisition/none')}</p> : null}
      <ul className={classes['list']}>
        {current.map((one) => (
          <Record key={one.id} one={one} onCorrect={mayRecord ? () => setRecording(one) : null} />
        ))}
      </ul>
      {rows.length > current.length ? (
        <p className={classes['none']}>{t('acquisition/corrected', { count: rows.length - current.length })}</p>
      ) : null}
      {recording ? (
        <AcquisitionDrawer
          exhibit={exhibit}
          former={recording === 'new' ? null : recording}
          onClose={() => setRecording(null)}
        />
      ) : null}
    </Panel>
  );
}

function Record({ one, onCorrect }: { one: AcquisitionView; onCorrect: (() => void) | null }) {
  const { t } = useTranslation();
  const medium = [one.make, one.model].filter(Boolean).join(' ');
  return (
    <li className={classes['record']}>
      <dl className={classes['facts']}>
        <Fact name={t('acquisition/medium')} value={[medium, one.capacity].filter(Boolean).join(', ')} />
        <Fact name={t('acquisition/serial')} value={one.serial} mono />
        <Fact name={t('acquisition/seal')} value={one.seal_number} mono />
        <Fact name={t('acquisition/tool')} value={`${one.tool} ${one.tool_version}`} />
        <Fact name={t('acquisition/writeBlocker')} value={one.write_blocker} />
        <Fact
          name={t('acquisition/examiner')}
          value={[one.examiner, one.examiner_function].filter(Boolean).join(', ')}
        />
        <Fact
          name={t('acquisition/times')}
          value={
            <>
              <When at={one.started_at} zone={one.zone} /> – <When at={one.ended_at} zone={one.zone} />
            </>
          }
        />
        <Fact
          name={t('acquisition/offset')}
          value={
            one.clock_offset_seconds === null ? null : t('acquisition/seconds', { count: one.clock_offset_seconds })
          }
        />
        <Fact name={t('acquisition/badSectors')} value={one.bad_sectors === null ? null : String(one.bad_sectors)} />
        <Fact name={t('acquisition/errors')} value={one.errors && visible(one.errors)} />
        <Fact name={t('acquisition/notes')} value={one.notes && visible(one.notes)} />
        {one.hashes.map((hash) => (
          <Fact
            key={`${hash.algorithm}${hash.of}${hash.value}`}
            name={hash.algorithm.toUpperCase()}
            value={
              <>
                <Copyable value={hash.value} />{' '}
                <span className={classes['compared']} data-compared={hash.compared}>
                  {t(`compared/${hash.compared}`)}
                </span>
              </>
            }
          />
        ))}
        <Fact
          name={t('acquisition/recorded')}
          value={
            <>
              <When at={one.recorded_at} /> <span className="mono">{one.recorded_by}</span>
              {one.reason ? (
                <div className="dim">
                  {t('acquisition/because')} {one.reason}
                </div>
              ) : null}
            </>
          }
        />
      </dl>
      {onCorrect ? (
        <Button size="compact-xs" variant="subtle" onClick={onCorrect}>
          {t('acquisition/correct')}
        </Button>
      ) : null}
    </li>
  );
}

function Fact({ name, value, mono = false }: { name: string; value: ReactNode; mono?: boolean }) {
  if (value === null || value === '') return null;
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd className={mono ? 'mono' : undefined}>{value}</dd>
    </div>
  );
}
