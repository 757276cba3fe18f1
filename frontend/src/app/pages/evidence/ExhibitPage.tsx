/** Everything about one exhibit, put together from the features. */
import { notifications } from '@mantine/notifications';
import { Box, Menu, Stack, Skeleton } from '@mantine/core';
import {
  IconChecklist,
  IconGavel,
  IconFlag,
  IconGitFork,
  IconMessageQuestion,
  IconQrcode,
  IconUrgent,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdraw } from '@/api/actions';
import { Problem } from '@/api/problem';
import { exhibitQuery, keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView, OpeningView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { AcquisitionsPanel } from '@/features/evidence/acquisition/AcquisitionsPanel';
import { AskDialog } from '@/features/sharing/consents/AskDialog';
import { useCopiesOut } from '@/features/custody/copies/useCopiesOut';
import { DerivationsPanel } from '@/features/evidence/derivations/DerivationsPanel';
import { DescribeDrawer } from '@/features/evidence/exhibit/DescribeDrawer';
import { DiscloseDialog } from '@/features/custody/disclosures/DiscloseDialog';
import { EmergencyDialog } from '@/features/sharing/emergencies/EmergencyDialog';
import { EvaluateDialog } from '@/features/evidence/exhibit/EvaluateDialog';
import { ExhibitFacts } from '@/features/evidence/exhibit/ExhibitFacts';
import { ExhibitHeader, type HeaderAct } from '@/features/evidence/exhibit/ExhibitHeader';
import { WhyPanel } from '@/features/evidence/exhibit/WhyPanel';
import { ExportItem } from '@/features/audit/exports/ExportItem';
import { ExportDialog } from '@/features/audit/exports/ExportDialog';
import { FilterNotice } from '@/features/sharing/privilege-review/FilterNotice';
import { CloseDialog } from '@/features/sharing/privilege-review/CloseDialog';
import { FilesPanel } from '@/features/evidence/files/FilesPanel';
import { FlagDialog } from '@/features/evidence/flags/FlagDialog';
import { FlagsPanel } from '@/features/evidence/flags/FlagsPanel';
import { CopiesPanel } from '@/features/custody/copies/CopiesPanel';
import { DisclosuresPanel } from '@/features/custody/disclosures/DisclosuresPanel';
import { FixityPanel } from '@/features/custody/fixity/FixityPanel';
import { CustodyTab } from '@/features/custody/events/CustodyTab';
import { LabelDialog } from '@/features/evidence/labels/LabelDialog';
import { OpenDialog } from '@/features/custody/openings/OpenDialog';
import { TakeList } from '@/features/custody/openings/TakeList';
import { Viewer } from '@/features/custody/openings/Viewer';
import { SharingTable } from '@/features/sharing/releases/SharingTable';
import { RetentionPanel } from '@/features/retention/periods/RetentionPanel';
import { TaskDrawer } from '@/features/coordination/tasks/form/TaskDrawer';
import { PhysicalCustodyTab } from '@/features/custody/physical-custody/PhysicalCustodyTab';
import { QuarantineNotice } from '@/features/sharing/quarantine/QuarantineNotice';
import { useFocus } from '@/realtime/LiveProvider';
import { Missing } from '@/app/Fallbacks';
import { Registering } from './Registering';
import classes from '@/app/pages/Pages.module.css';

export function ExhibitPage() {
  const { t } = useTranslation();
  const { jit, evidence } = useParams({ from: '/jits/$jit/evidence/$evidence' });
  const { data: exhibit, error, refetch } = useQuery(exhibitQuery(jit, evidence));
  // A release that was recalled while one looked: what was shown leaves the screen.
  if (error instanceof Problem && error.status === 404) return <Missing />;
  if (!exhibit) {
    return error ? (
      <div className={classes['pad']}>
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
  return <Exhibit key={exhibit.id} jit={jit} exhibit={exhibit} />;
}

function Exhibit({ jit, exhibit }: { jit: string; exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [act, setAct] = useState<HeaderAct | null>(null);
  const [opening, setOpening] = useState<OpeningView | null>(null);
  const [tasking, setTasking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [disclosing, setDisclosing] = useState(false);
  const [flagging, setFlagging] = useState(false);
  const [labelling, setLabelling] = useState(false);
  const [deriving, setDeriving] = useState(false);
  const [breaking, setBreaking] = useState(false);
  const [exporting, setExporting] = useState(false);
  const { may, seat } = useTeam();
  const obtained = exhibit.mine || (seat.party !== null && exhibit.joint.includes(seat.party));
  const navigate = useNavigate();
  const close = () => setAct(null);
  const viewed = () => {
    setOpening(null);
    if (opening?.act === 'open') return;
    for (const queryKey of [
      keys.clearance(jit, exhibit.id),
      keys.verification(jit, exhibit.id),
      keys.quarantined(jit),
      keys.unchecked(jit),
    ])
      void queries.invalidateQueries({ queryKey });
  };
  const mayAsk = !obtained && exhibit.status === 'active' && may('consents:ask');
  const mayBreak = !obtained && exhibit.status === 'active' && may('emergencies:begin') && !exhibit.may.take.allowed;
  const mayLabel = exhibit.status !== 'erased' && may('labels:print');
  const mayDisclose = exhibit.may.disclose.allowed && exhibit.files_count > 0;
  const copiesOut = useCopiesOut(exhibit.id);
  const outside = copiesOut();
  useFocus(exhibit.id);
  return (
    <>
      <ExhibitHeader exhibit={exhibit} onAct={setAct}>
        {exhibit.may.bundle.allowed ||
        exhibit.may.derive.allowed ||
        exhibit.may.flag.allowed ||
        mayLabel ||
        mayDisclose ||
        may('tasks:assign') ||
        mayAsk ||
        mayBreak ? (
          <>
            {exhibit.may.bundle.allowed ? <ExportItem onMake={() => setExporting(true)} /> : null}
            {exhibit.may.derive.allowed ? (
              <Menu.Item leftSection={<IconGitFork size={15} />} onClick={() => setDeriving(true)}>
                {t('derivations/derive')}
              </Menu.Item>
            ) : null}
            {mayLabel ? (
              <Menu.Item leftSection={<IconQrcode size={15} />} onClick={() => setLabelling(true)}>
                {t('labels/item')}
              </Menu.Item>
            ) : null}
            {mayDisclose ? (
              <Menu.Item leftSection={<IconGavel size={15} />} onClick={() => setDisclosing(true)}>
                {t('disclosures/disclose')}
              </Menu.Item>
            ) : null}
            {exhibit.may.flag.allowed ? (
              <Menu.Item leftSection={<IconFlag size={15} />} onClick={() => setFlagging(true)}>
                {t('flags/flag')}
              </Menu.Item>
            ) : null}
            {mayBreak ? (
              <Menu.Item color="red" leftSection={<IconUrgent size={15} />} onClick={() => setBreaking(true)}>
                {t('emergency/title')}
              </Menu.Item>
            ) : null}
            {mayAsk ? (
              <Menu.Item leftSection={<IconMessageQuestion size={15} />} onClick={() => setAsking(true)}>
                {t('consents/askMore')}
              </Menu.Item>
            ) : null}
            {may('tasks:assign') ? (
              <Menu.Item leftSection={<IconChecklist size={15} />} onClick={() => setTasking(true)}>
                {t('tasks/make')}
              </Menu.Item>
            ) : null}
          </>
        ) : null}
      </ExhibitHeader>
      <QuarantineNotice
        exhibit={exhibit}
        onRead={() => setAct('verify')}
        onLeft={() => void navigate({ to: '/jits/$jit/verifications', params: { jit } })}
      />
      <FilterNotice exhibit={exhibit} onRead={() => setAct('filter')} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <FilesPanel exhibit={exhibit} />
          <FixityPanel exhibit={exhibit} />
          <PhysicalCustodyTab exhibit={exhibit} />
        </div>
        <div className={classes['column']}>
          <FlagsPanel evidence={exhibit.id} />
          <SharingTable exhibit={exhibit} copiesOut={copiesOut} />
          <AcquisitionsPanel exhibit={exhibit} />
          <DerivationsPanel evidence={exhibit.id} />
          <CopiesPanel evidence={exhibit.id} />
          <DisclosuresPanel evidence={exhibit.id} />
          <RetentionPanel exhibit={exhibit} />
          <WhyPanel exhibit={exhibit} />
          <Panel title={t('exhibit/facts')}>
            <ExhibitFacts exhibit={exhibit} />
          </Panel>
        </div>
      </div>
      <Box px="sm" pb="sm">
        <CustodyTab exhibit={exhibit} />
      </Box>
      {exporting ? <ExportDialog exhibits={[exhibit.id]} onClose={() => setExporting(false)} /> : null}
      {act === 'open' || act === 'take' || act === 'verify' || act === 'filter' ? (
        <OpenDialog
          exhibit={exhibit}
          act={act}
          onClose={close}
          onOpened={(made) => {
            close();
            setOpening(made);
          }}
        />
      ) : null}
      {opening?.act === 'open' || opening?.act === 'verify' || opening?.act === 'filter' ? (
        <Viewer exhibit={exhibit} opening={opening} onClose={viewed} />
      ) : null}
      {opening?.act === 'take' ? (
        <TakeList exhibit={exhibit} opening={opening} onClose={() => setOpening(null)} />
      ) : null}
      {flagging ? <FlagDialog exhibit={exhibit} onClose={() => setFlagging(false)} /> : null}
      {labelling ? <LabelDialog exhibit={exhibit} onClose={() => setLabelling(false)} /> : null}
      {deriving ? <Registering files={[]} parents={[exhibit.id]} onClose={() => setDeriving(false)} /> : null}
      {disclosing ? <DiscloseDialog exhibit={exhibit} onClose={() => setDisclosing(false)} /> : null}
      {breaking ? (
        <EmergencyDialog
          number={exhibit.exhibit_number}
          onClose={() => setBreaking(false)}
          onOpened={() => setBreaking(false)}
        />
      ) : null}
      {asking ? <AskDialog exhibit={exhibit} onClose={() => setAsking(false)} /> : null}
      {tasking ? (
        <TaskDrawer
          evidence={[exhibit.id]}
          onClose={() => setTasking(false)}
          onDone={({ id }) => void navigate({ to: '/jits/$jit/tasks/$task', params: { jit, task: id } })}
        />
      ) : null}
      {act === 'close' ? <CloseDialog exhibit={exhibit} onClose={close} /> : null}
      {act === 'describe' ? <DescribeDrawer exhibit={exhibit} onClose={close} /> : null}
      {act === 'evaluate' ? <EvaluateDialog exhibit={exhibit} onClose={close} /> : null}
      {act === 'withdraw' ? (
        <ReasonDialog
          title={t('exhibit/withdrawTitle', { number: exhibit.exhibit_number })}
          help={
            outside > 0
              ? `${t('exhibit/withdrawHelp')} ${t('copies/withdrawAsks', { count: outside })}`
              : t('exhibit/withdrawHelp')
          }
          reasonLabel={t('exhibit/withdrawReason')}
          action={t('exhibit/withdrawYes')}
          onClose={close}
          act={(reason) => withdraw(exhibit, jit, reason)}
          onDone={() => {
            for (const key of [
              keys.exhibit(jit, exhibit.id),
              keys.pool(jit),
              keys.custody(jit, exhibit.id),
              keys.copies(jit),
            ])
              void queries.invalidateQueries({ queryKey: key });
            notifications.show({ message: t('exhibit/withdrawn', { number: exhibit.exhibit_number }) });
            close();
          }}
        />
      ) : null}
    </>
  );
}
