/** The quorum that the parties agreed on: whether it is met, the policy that an expert's verifier takes, and a new agreement. */
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agreeOn } from '@/api/actions';
import { keys, situationQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { policyPath } from './queries';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import classes from './Witnesses.module.css';

export function QuorumLine() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [agreeing, setAgreeing] = useState(false);
  const { data } = useQuery(situationQuery(jit.id));
  const counting = data?.ledger.cosigned?.of ?? 0;
  const reached = data?.ledger.cosigned?.reached ?? 0;
  const state = jit.quorum === 0 ? 'none' : reached > 0 ? 'well' : 'alarm';
  const offersPolicy = counting > 0 && counting >= jit.quorum;
  const Icon = { none: IconShieldQuestion, well: IconShieldCheck, alarm: IconAlertTriangle }[state];
  return (
    <>
      <div className={classes['witness']} data-state={state}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <div className={classes['words']}>
          <strong>{jit.quorum === 0 ? t('quorum/none') : t('quorum/agreed', { count: jit.quorum })}</strong>
          {jit.quorum > 0 && data ? (
            <span>
              {reached > 0 ? t('quorum/met', { entries: t('audit/entriesIn', { count: reached }) }) : t('quorum/unmet')}
            </span>
          ) : null}
          <span className={classes['acts']}>
            {offersPolicy ? (
              <Button
                component="a"
                variant="subtle"
                size="compact-xs"
                href={policyPath(jit.id)}
                download="liaison-policy.txt"
              >
                {t('quorum/policy')}
              </Button>
            ) : null}
            {may('quorums:agree') ? (
              <Button variant="subtle" size="compact-xs" onClick={() => setAgreeing(true)}>
                {t('quorum/agree')}
              </Button>
            ) : null}
          </span>
          {offersPolicy ? <span className="dim">{t('quorum/policyHelp')}</span> : null}
        </div>
      </div>
      {agreeing ? <Agreeing onClose={() => setAgreeing(false)} /> : null}
    </>
  );
}

function Agreeing({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const form = useForm<{ quorum: number | string; clause: string }>({
    initialValues: { quorum: jit.quorum, clause: '' },
    validate: {
      quorum: (value) => (Number.isInteger(value) ? null : t('quorum/needNumber')),
      clause: (value) => (value.trim() ? null : t('phases/needClause')),
    },
  });
  return (
    <ReasonDialog
      title={t('quorum/agree')}
      help={t('quorum/help')}
      reasonLabel={t('phases/why')}
      action={t('quorum/agree')}
      danger={false}
      fields={form}
      onClose={onClose}
      act={(reason) => {
        const { quorum, clause } = form.getValues();
        return agreeOn(jit, Number(quorum), clause.trim(), reason);
      }}
      onDone={() => {
        for (const queryKey of [keys.me(), keys.jits(), keys.situation(jit.id)])
          void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('quorum/done') });
        onClose();
      }}
    >
      <NumberInput
        required
        data-autofocus
        label={t('quorum/number')}
        description={t('quorum/numberHelp')}
        min={0}
        max={60}
        allowDecimal={false}
        {...form.getInputProps('quorum')}
      />
      <TextInput required label={t('phases/clause')} maxLength={300} {...form.getInputProps('clause')} />
    </ReasonDialog>
  );
}
