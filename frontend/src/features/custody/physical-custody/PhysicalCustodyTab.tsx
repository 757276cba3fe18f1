/** Physical custody of an exhibit: custodian, place and seal; an open handover; and the custody events. */
import { Button, Skeleton, Stack } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { CustodyDialog, type Doing } from './CustodyDialog';
import { CustodyEvents } from './CustodyEvents';
import { physicalCustodyQuery, type HandoverAnswer, type PhysicalCustodyView } from './queries';
import { RecordActions } from './RecordActions';
import classes from './PhysicalCustody.module.css';

export function PhysicalCustodyTab({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: at, error, refetch } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const [doing, setDoing] = useState<Doing | null>(null);
  if (!at) {
    return (
      <Panel title={t('where/title')}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <Skeleton height={120} />}
      </Panel>
    );
  }
  return (
    <Stack gap="sm">
      <Panel title={t('where/title')} term="physicalCustody" flush aside={<RecordActions exhibit={exhibit} />}>
        {!at.visible ? (
          <EmptyState icon={IconArchive} title={t('where/hidden')} help={t('where/hiddenHelp')} />
        ) : at.standing === null ? (
          <EmptyState
            icon={IconArchive}
            title={t('where/none')}
            help={t(at.steps.length > 0 ? 'where/nothing' : 'where/nothingHere')}
          />
        ) : (
          <Now at={at} />
        )}
        {at.handover ? <OpenHandover at={at} onAnswer={(kind) => setDoing({ at, do: 'answer', kind })} /> : null}
      </Panel>
      {at.way.length > 0 ? (
        <Panel title={t('where/way')} flush>
          <CustodyEvents at={at} onCorrect={(entry) => setDoing({ at, do: 'correct', entry })} />
        </Panel>
      ) : null}
      {doing ? <CustodyDialog exhibit={exhibit} doing={doing} onClose={() => setDoing(null)} /> : null}
    </Stack>
  );
}

function Now({ at }: { at: PhysicalCustodyView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  return (
    <dl className={classes['now']}>
      <div>
        <dt>{t('where/who')}</dt>
        <dd>
          <strong>{at.custodian ?? '—'}</strong>
          {at.party ? <div className="dim">{partyName(at.party)}</div> : null}
        </dd>
      </div>
      <div>
        <dt>{t('where/state')}</dt>
        <dd>
          <strong>{at.standing ? t(`standing/${at.standing}`) : '—'}</strong>
          {at.changed_at ? (
            <div className="dim">
              {t('where/since')} <TwoTimes at={at.changed_at} other={at.party} />
            </div>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{t('actField/place')}</dt>
        <dd>
          <strong>{at.place ?? '—'}</strong>
        </dd>
      </div>
      <div>
        <dt>{t('where/seal')}</dt>
        <dd>
          {at.seal ? <strong className="mono">{at.seal}</strong> : <span className="dim">{t('where/noSeal')}</span>}
        </dd>
      </div>
    </dl>
  );
}

function OpenHandover({ at, onAnswer }: { at: PhysicalCustodyView; onAnswer: (kind: HandoverAnswer) => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const one = at.handover;
  if (!one) return null;
  const late = Date.parse(one.due_at) < Date.now();
  return (
    <section className={classes['waits']} data-late={late || undefined} aria-label={t('where/waits')}>
      <strong>{t(late ? 'where/overdue' : 'where/waits')}</strong>
      <div>
        {t('where/fromTo', {
          giver: one.giver,
          from: partyName(one.party),
          to: one.to_name,
          seat: partyName(one.to_party),
        })}
      </div>
      <div className="dim">
        {t('where/dueBy')} <TwoTimes at={one.due_at} other={one.to_party} />
      </div>
      {one.may.length > 0 ? (
        <div className={classes['answers']}>
          {one.may.map((kind) => (
            <Button
              key={kind}
              size="xs"
              variant={kind === 'received' ? 'filled' : 'default'}
              onClick={() => onAnswer(kind)}
            >
              {t(`handover/${kind}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
