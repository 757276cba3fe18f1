/** Everything about one exhibit, in tabs: overview, files, sharing, custody, physical custody and history. */
import { Button, Menu, Skeleton, Stack, Tabs } from '@mantine/core';
import {
  IconChecklist,
  IconFlag,
  IconGavel,
  IconGitFork,
  IconMessageQuestion,
  IconQrcode,
  IconShare,
  IconUrgent,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { exhibitQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, OpeningView } from '@/api/views';
import { Missing } from '@/app/Fallbacks';
import pages from '@/app/pages/Pages.module.css';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ExportItem } from '@/features/audit/exports/ExportItem';
import { CustodyTab } from '@/features/custody/events/CustodyTab';
import { PhysicalCustodyTab } from '@/features/custody/physical-custody/PhysicalCustodyTab';
import { ExhibitHeader } from '@/features/evidence/exhibit/ExhibitHeader';
import { isRecalled, Recalled } from '@/features/evidence/exhibit/Recalled';
import { EXHIBIT_TABS, type ExhibitTab } from '@/features/evidence/exhibit/tabs';
import { DropOverlay } from '@/features/evidence/files/DropOverlay';
import { useFileDrop } from '@/features/evidence/files/useFileDrop';
import { ListPosition } from '@/features/evidence/list/ListPosition';
import { FilterNotice } from '@/features/sharing/privilege-review/FilterNotice';
import { QuarantineNotice } from '@/features/sharing/quarantine/QuarantineNotice';
import { useFocus, useLive } from '@/realtime/LiveProvider';
import { ExhibitDialogs, type ExhibitDialog } from './ExhibitDialogs';
import { FilesTab, HistoryTab, SharingTab } from './ExhibitTabs';
import { OverviewTab } from './OverviewTab';
import classes from './Exhibit.module.css';

export function ExhibitPage() {
  const { t } = useTranslation();
  const { jit, evidence } = useParams({ from: '/jits/$jit/evidence/$evidence' });
  const { data: exhibit, error, refetch } = useQuery(exhibitQuery(jit, evidence));
  const { facts, since } = useLive();
  // After a recall the exhibit leaves the screen. Only a reader who had it on this page is told of the recall.
  if (error instanceof Problem && error.status === 404)
    return exhibit && isRecalled(facts, since, exhibit) ? <Recalled exhibit={exhibit} /> : <Missing />;
  if (!exhibit) {
    return error ? (
      <div className={pages['pad']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    ) : (
      <Stack p="md" role="status" aria-label={t('exhibit/loading')}>
        <Skeleton height={24} width="60%" />
        <Skeleton height={180} />
        <Skeleton height={260} />
      </Stack>
    );
  }
  return <Exhibit key={exhibit.id} exhibit={exhibit} />;
}

function Exhibit({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/jits/$jit/evidence/$evidence' });
  const [dialog, setDialog] = useState<ExhibitDialog | null>(null);
  const [viewed, setViewed] = useState<OpeningView | null>(null);
  const [dropped, setDropped] = useState<File[]>([]);
  useFocus(exhibit.id);
  const listed = useLocation({ select: ({ state }) => state.listed });
  const turnTo = useCallback(
    (next: ExhibitTab) =>
      void navigate({
        to: '/jits/$jit/evidence/$evidence',
        params: { jit: jit.id, evidence: exhibit.id },
        search: next === 'overview' ? {} : { tab: next },
        state: true,
        replace: true,
      }),
    [navigate, jit.id, exhibit.id],
  );
  const mayAdd = exhibit.mine && exhibit.status === 'active' && may('files:upload');
  const drop = useCallback(
    (files: File[]) => {
      setDropped(files);
      turnTo('files');
    },
    [turnTo],
  );
  const over = useFileDrop(mayAdd && tab !== 'files' ? drop : null);
  const open = (kind: Exclude<ExhibitDialog['kind'], 'viewer' | 'take-list'>) => () => setDialog({ kind });
  const shared = exhibit.releases.filter(({ party }) => party !== exhibit.originator).length;
  const counts: Partial<Record<ExhibitTab, number>> = { files: exhibit.files_count, sharing: shared };
  const label = (name: ExhibitTab) => (name === 'files' ? t('exhibit/filesTab') : t(`exhibit/${name}`));
  return (
    <>
      <ExhibitHeader
        exhibit={exhibit}
        onAct={(kind) => setDialog({ kind })}
        position={
          listed ? (
            <ListPosition
              exhibit={exhibit.id}
              listed={listed}
              onTurn={(next) =>
                void navigate({
                  to: '/jits/$jit/evidence/$evidence',
                  params: { jit: jit.id, evidence: next },
                  search: tab === 'overview' ? {} : { tab },
                  state: { listed },
                })
              }
            />
          ) : null
        }
        beside={
          exhibit.may.release.allowed ? (
            <Button
              variant="default"
              leftSection={<IconShare size={15} aria-hidden />}
              onClick={() => turnTo('sharing')}
            >
              {t('exhibit/share')}
            </Button>
          ) : null
        }
      >
        <FurtherActs exhibit={exhibit} open={open} />
      </ExhibitHeader>
      <QuarantineNotice
        exhibit={exhibit}
        onRead={open('verify')}
        onLeft={() => void navigate({ to: '/jits/$jit/verifications', params: { jit: jit.id } })}
      />
      <FilterNotice exhibit={exhibit} onRead={open('filter')} />
      <Tabs
        value={tab}
        onChange={(next) => turnTo(EXHIBIT_TABS.find((one) => one === next) ?? 'overview')}
        keepMounted={false}
        classNames={{ list: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List aria-label={t('exhibit/tabs')}>
          {EXHIBIT_TABS.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              rightSection={counts[name] ? <span className="dim">{counts[name]}</span> : null}
            >
              {label(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <OverviewTab
            exhibit={exhibit}
            viewed={viewed}
            onView={open('open')}
            onViewed={setViewed}
            onEdit={open('describe')}
            onTab={turnTo}
          />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <FilesTab exhibit={exhibit} dropped={dropped} onDownload={open('zip')} />
        </Tabs.Panel>
        <Tabs.Panel value="sharing">
          <SharingTab exhibit={exhibit} />
        </Tabs.Panel>
        <Tabs.Panel value="custody">
          <CustodyTab exhibit={exhibit} />
        </Tabs.Panel>
        <Tabs.Panel value="physicalCustody">
          <PhysicalCustodyTab exhibit={exhibit} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <HistoryTab exhibit={exhibit} />
        </Tabs.Panel>
      </Tabs>
      {over ? (
        <DropOverlay title={t('files/dropTitle', { number: exhibit.exhibit_number })} help={t('evidence/dropHelp')} />
      ) : null}
      {dialog ? <ExhibitDialogs exhibit={exhibit} dialog={dialog} onDialog={setDialog} onViewed={setViewed} /> : null}
    </>
  );
}

type ActsProps = {
  exhibit: EvidenceView;
  open: (kind: Exclude<ExhibitDialog['kind'], 'viewer' | 'take-list'>) => () => void;
};

/** Acts beside the main ones, as far as they are possible. */
function FurtherActs({ exhibit, open }: ActsProps) {
  const { t } = useTranslation();
  const { may, seat } = useTeam();
  const obtained = exhibit.mine || (seat.party !== null && exhibit.joint.includes(seat.party));
  const foreign = !obtained && exhibit.status === 'active';
  const icon = { size: 15, 'aria-hidden': true } as const;
  return (
    <>
      {exhibit.may.bundle.allowed ? <ExportItem onMake={open('export')} /> : null}
      {exhibit.may.derive.allowed ? (
        <Menu.Item leftSection={<IconGitFork {...icon} />} onClick={open('derive')}>
          {t('derivations/derive')}
        </Menu.Item>
      ) : null}
      {exhibit.status !== 'erased' && may('labels:print') ? (
        <Menu.Item leftSection={<IconQrcode {...icon} />} onClick={open('label')}>
          {t('labels/item')}
        </Menu.Item>
      ) : null}
      {exhibit.may.disclose.allowed && exhibit.files_count > 0 ? (
        <Menu.Item leftSection={<IconGavel {...icon} />} onClick={open('disclose')}>
          {t('disclosures/disclose')}
        </Menu.Item>
      ) : null}
      {exhibit.may.flag.allowed ? (
        <Menu.Item leftSection={<IconFlag {...icon} />} onClick={open('flag')}>
          {t('flags/flag')}
        </Menu.Item>
      ) : null}
      {foreign && may('emergencies:begin') && !exhibit.may.take.allowed ? (
        <Menu.Item color="red" leftSection={<IconUrgent {...icon} />} onClick={open('emergency')}>
          {t('emergency/title')}
        </Menu.Item>
      ) : null}
      {foreign && may('consents:ask') ? (
        <Menu.Item leftSection={<IconMessageQuestion {...icon} />} onClick={open('ask')}>
          {t('consents/askMore')}
        </Menu.Item>
      ) : null}
      {may('tasks:assign') ? (
        <Menu.Item leftSection={<IconChecklist {...icon} />} onClick={open('task')}>
          {t('tasks/make')}
        </Menu.Item>
      ) : null}
    </>
  );
}
