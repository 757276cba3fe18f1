/** A party's default sharing rules, a preview of what they do, and who has to approve or review. */
import { Button } from '@mantine/core';
import { IconPlus, IconRulerMeasure } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessRulesQuery, type AccessRuleView } from './queries';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { ChangesDialog } from './ChangesDialog';
import { FilterTeam } from './FilterTeam';
import { FourEyes } from './FourEyes';
import type { Cell } from './cell';
import { Reservation } from './Reservation';
import { RetireDialog } from './RetireDialog';
import { RuleDialog } from './RuleDialog';
import { RulesTable } from './RulesTable';
import { Simulation } from './Simulation';
import { StepUpPolicy } from './StepUpPolicy';
import classes from './Access.module.css';

type Asked = { act: 'add'; cell: Cell } | { act: 'change' | 'retire'; rule: AccessRuleView } | { act: 'changes' };

export function AccessScreen() {
  const { t } = useTranslation();
  const { jit, seat, may, partyName } = useTeam();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, refetch } = useQuery(accessRulesQuery(jit.id));
  const decides = may('rules:decide');
  const close = () => setAsked(null);
  const add = () => setAsked({ act: 'add', cell: {} });
  const rules = data?.items ?? [];
  if (seat.party === null)
    return <EmptyState icon={IconRulerMeasure} title={t('rules/title')} help={t('rules/noParty')} />;
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('rules/title')} term="rule" help={t('rules/help', { party: partyName(seat.party) })}>
        {decides && rules.length > 0 ? (
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
            {t('rules/add')}
          </Button>
        ) : null}
      </ScreenHead>
      <Panel
        title={t('rules/matrix')}
        flush
        aside={
          decides ? (
            <Button size="compact-xs" variant="default" onClick={() => setAsked({ act: 'changes' })}>
              {t('rules/look')}
            </Button>
          ) : (
            t('rules/leadersDecide')
          )
        }
      >
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? (
          <p className={classes['help']} role="status">
            {t('rules/loading')}
          </p>
        ) : null}
        {data && rules.length === 0 ? (
          <EmptyState
            icon={IconRulerMeasure}
            title={t('rules/none')}
            help={t(decides ? 'rules/noneHelp' : 'rules/noneMember')}
          >
            {decides ? (
              <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
                {t('rules/add')}
              </Button>
            ) : null}
          </EmptyState>
        ) : null}
        {rules.length > 0 ? (
          <>
            <RulesTable rules={rules} onChange={decides ? (rule) => setAsked({ act: 'change', rule }) : null} />
            {decides ? <p className={classes['help']}>{t('rules/existing')}</p> : null}
          </>
        ) : null}
      </Panel>
      <Simulation />
      {may('reservations:read') || may('four_eyes:read') || may('filter:read') ? (
        <Panel title={t('rules/approvals')} flush>
          {may('four_eyes:read') ? <FourEyes /> : null}
          {may('four_eyes:read') ? <StepUpPolicy /> : null}
          {may('reservations:read') ? <Reservation /> : null}
          {may('filter:read') ? <FilterTeam /> : null}
        </Panel>
      ) : null}
      {asked?.act === 'add' ? (
        <RuleDialog rule={null} cell={asked.cell} onClose={close} onRetire={() => undefined} />
      ) : null}
      {asked?.act === 'change' ? (
        <RuleDialog
          key={asked.rule.version}
          rule={asked.rule}
          cell={asked.rule}
          onClose={close}
          onRetire={() => setAsked({ act: 'retire', rule: asked.rule })}
        />
      ) : null}
      {asked?.act === 'retire' ? <RetireDialog rule={asked.rule} onClose={close} /> : null}
      {asked?.act === 'changes' ? <ChangesDialog onClose={close} /> : null}
    </div>
  );
}
