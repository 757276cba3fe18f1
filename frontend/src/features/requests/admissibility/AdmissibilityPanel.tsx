/** Admissibility of an exhibit in each forum: needs, their assessment, and the method record for the defence. */
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { StateTag, type StateTone } from '@/components/text/StateTag';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { visible } from '@/lib/visible';
import { AssessDialog } from './AssessDialog';
import { Translations } from './Translations';
import { passportQuery, recordPath, type AdmissibilityView } from './queries';
import classes from './Admissibility.module.css';

const TONES: Record<AdmissibilityView['status'], StateTone> = { met: 'good', open: 'bad', not_needed: 'plain' };

/** `record`: whether the member may have the method record. */
export function AdmissibilityPanel({ exhibit, record }: { exhibit: EvidenceView; record: boolean }) {
  const evidence = exhibit.id;
  const { t, i18n } = useTranslation();
  const { jit, seat, may, parties } = useTeam();
  const [assessing, setAssessing] = useState<AdmissibilityView | 'new' | null>(null);
  const { data, error, refetch } = useQuery({
    ...passportQuery(jit.id, evidence),
    enabled: may('request_contents:read'),
  });
  if (!may('request_contents:read')) return null;
  // A party of the Union that obtained the exhibit sees the needs of every party.
  const obtained = exhibit.mine || (seat.party !== null && exhibit.joint.includes(seat.party));
  const none = !obtained || gated(parties, seat.party) ? 'noneOwn' : data?.may['assess'] ? 'none' : 'noneYet';
  return (
    <Panel
      title={t('admissibility/title')}
      term="admissibility"
      aside={
        data?.may['assess'] ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAssessing('new')}>
            {t('admissibility/add')}
          </Button>
        ) : null
      }
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 ? <p className={classes['none']}>{t(`admissibility/${none}`)}</p> : null}
      <ul className={classes['list']}>
        {data?.items.map((one) => (
          <Need
            key={one.id}
            one={one}
            onAssess={data.may['assess'] && one.party === seat.party ? () => setAssessing(one) : null}
          />
        ))}
      </ul>
      <Translations translations={data?.translations ?? []} />
      {record ? (
        <div className={classes['record']}>
          <Button
            component="a"
            href={recordPath(jit.id, evidence, i18n.language)}
            download
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('admissibility/record')}
          </Button>
          <p className={classes['small']}>{t('admissibility/recordHelp')}</p>
        </div>
      ) : null}
      {assessing ? (
        <AssessDialog
          evidence={evidence}
          need={assessing === 'new' ? null : assessing}
          onClose={() => setAssessing(null)}
        />
      ) : null}
    </Panel>
  );
}

function Need({ one, onAssess }: { one: AdmissibilityView; onAssess: (() => void) | null }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const { country } = useRequestWords();
  const nameOf = useMemberName();
  return (
    <li className={classes['need']}>
      <div className={classes['head']}>
        <strong>{visible(one.need)}</strong>
        <StateTag tone={TONES[one.status]} pending={one.status === 'open'}>
          {t(`admissibilityStatus/${one.status}`)}
        </StateTag>
      </div>
      <div className={classes['small']}>{t('admissibility/forum', { country: country(one.country) })}</div>
      {one.topic ? (
        <div className={classes['small']}>
          {t('admissibility/fromCard', { value: t(`admissibilityTopic/${one.topic}`) })}
        </div>
      ) : null}
      {one.paper ? (
        <div>
          {t('admissibility/metBy')}{' '}
          <Link
            to="/jits/$jit/evidence/$evidence"
            params={{ jit: jit.id, evidence: one.paper.evidence }}
            className={classes['link'] ?? ''}
          >
            {visible(one.paper.title)}
          </Link>
        </div>
      ) : null}
      <div className={classes['reason']}>{visible(one.reason)}</div>
      <div className={classes['small']}>
        {nameOf(one.reviewer)} · {partyName(one.party)} · <When at={one.reviewed_at} form="column" />
      </div>
      {one.earlier.map((former) => (
        <div key={former.id} className={classes['small']}>
          {t('admissibility/earlier', {
            status: t(`admissibilityStatus/${former.status}`),
            name: nameOf(former.reviewer),
            reason: visible(former.reason),
          })}
        </div>
      ))}
      {onAssess ? (
        <Button size="compact-xs" variant="default" onClick={onAssess}>
          {t('admissibility/reassess')}
        </Button>
      ) : null}
    </li>
  );
}
