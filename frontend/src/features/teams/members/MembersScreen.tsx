/** The members of the team by party, with proposed members. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { PartyView, SeatView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { PartyCode } from '@/components/text/PartyCode';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ConfirmAllDialog } from '@/features/teams/import/ConfirmAllDialog';
import { ImportDialog } from '@/features/teams/import/ImportDialog';
import { AddPartyDialog } from './AddPartyDialog';
import { ClauseDialog } from './ClauseDialog';
import { LeftDuties } from './LeftDuties';
import { LeaveDialog } from './LeaveDialog';
import { StayDialog } from './StayDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { MemberLine } from './MemberLine';
import { PartyActs, type PartyAct } from './PartyActs';
import { PartyDialog } from './PartyDialog';
import { PhaseDialog } from './PhaseDialog';
import { ProposeDialog } from './ProposeDialog';
import { SeatDialog } from './SeatDialog';
import { SuspensionDialog } from './SuspensionDialog';
import { RolesDialog } from './roles/RolesDialog';
import type { MenuAct } from './seatActs';
import { useConfirmable } from './useConfirmable';
import classes from './Members.module.css';

/** `end`: how it stands with the end of the team. */
export function MembersScreen({ end }: { end: ReactNode }) {
  const { t } = useTranslation();
  const { jit, parties, members, seat, may } = useTeam();
  const [moving, setMoving] = useState(false);
  const [agreeing, setAgreeing] = useState(false);
  const [proposing, setProposing] = useState(false);
  const [adding, setAdding] = useState(false);
  const [confirming, setConfirming] = useState<SeatView | null>(null);
  const [acting, setActing] = useState<{ act: MenuAct; one: SeatView } | null>(null);
  const [party, setParty] = useState<{ act: PartyAct; whole: PartyView } | null>(null);
  const [importing, setImporting] = useState(false);
  const [bulk, setBulk] = useState(false);
  const confirmable = useConfirmable();
  const byCode = (a: SeatView, b: SeatView) => (a.code < b.code ? -1 : 1);
  const groups = [
    ...parties.map((whole) => ({
      code: whole.code,
      name: whole.name,
      whole,
      seats: members.filter((one) => one.party === whole.code).sort(byCode),
    })),
    {
      code: null,
      name: t('members/noParty'),
      whole: null,
      seats: members.filter((one) => one.party === null).sort(byCode),
    },
  ];
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('members/title')} help={t('members/help')}>
        {may('leavings:agree') ? (
          <Button variant="default" onClick={() => setAgreeing(true)}>
            {t('leaving/agree')}
          </Button>
        ) : null}
        {may('phases:move') ? (
          <Button variant="default" onClick={() => setMoving(true)}>
            {t(jit.state === 'operational' ? 'phases/move' : 'phases/back')}
          </Button>
        ) : null}
        {may('parties:add') ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('founding/addTitle')}
          </Button>
        ) : null}
        {may('members:propose') ? (
          <Button variant="default" onClick={() => setImporting(true)}>
            {t('memberImport/open')}
          </Button>
        ) : null}
        {confirmable.length > 1 ? (
          <Button variant="default" onClick={() => setBulk(true)}>
            {t('bulkConfirm/open', { count: confirmable.length })}
          </Button>
        ) : null}
        {may('members:propose') ? (
          <Button leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setProposing(true)}>
            {t('members/propose')}
          </Button>
        ) : null}
      </ScreenHead>
      {end}
      <LeftDuties />
      {groups
        .filter(({ code, seats }) => code !== null || seats.length > 0)
        .map(({ code, name, whole, seats }) => (
          <Panel
            key={code ?? ''}
            title={name}
            aside={
              <>
                {whole ? <PartyActs party={whole} onAct={(act) => setParty({ act, whole })} /> : null}
                {code ? <PartyCode code={code} name={name} tone={code === seat.party ? 'origin' : 'plain'} /> : null}
              </>
            }
            flush
          >
            {seats.length === 0 ? <p className={classes['help']}>{t('members/nobody')}</p> : null}
            <ul className={classes['list']}>
              {seats.map((one) => (
                <MemberLine
                  key={one.id}
                  one={one}
                  onConfirm={setConfirming}
                  onAct={(act, chosen) => setActing({ act, one: chosen })}
                />
              ))}
            </ul>
          </Panel>
        ))}
      {moving ? <PhaseDialog onClose={() => setMoving(false)} /> : null}
      {adding ? <AddPartyDialog onClose={() => setAdding(false)} /> : null}
      {importing ? <ImportDialog onClose={() => setImporting(false)} /> : null}
      {bulk ? <ConfirmAllDialog proposals={confirmable} onClose={() => setBulk(false)} /> : null}
      {proposing ? <ProposeDialog onClose={() => setProposing(false)} /> : null}
      {acting?.act === 'roles' ? <RolesDialog one={acting.one} onClose={() => setActing(null)} /> : null}
      {acting && acting.act !== 'roles' ? (
        <SeatDialog act={acting.act} one={acting.one} onClose={() => setActing(null)} />
      ) : null}
      {party?.act === 'suspend' ? <PartyDialog party={party.whole} onClose={() => setParty(null)} /> : null}
      {party?.act === 'confirm' && party.whole.suspension ? (
        <SuspensionDialog party={party.whole} suspension={party.whole.suspension} onClose={() => setParty(null)} />
      ) : null}
      {party?.act === 'leave' ? <LeaveDialog party={party.whole} onClose={() => setParty(null)} /> : null}
      {party?.act === 'stay' ? <StayDialog party={party.whole} onClose={() => setParty(null)} /> : null}
      {agreeing ? <ClauseDialog onClose={() => setAgreeing(false)} /> : null}
      {confirming ? <ConfirmDialog one={confirming} onClose={() => setConfirming(null)} /> : null}
    </div>
  );
}
