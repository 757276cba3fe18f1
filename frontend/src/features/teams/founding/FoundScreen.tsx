/** Founding a team in four steps: agreement, parties, first leaders, check. Nothing is sent before the last one. */
import { Button, Stack, Title, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { found, type JitView } from './queries';
import { keys, meQuery } from '@/api/queries';
import { useLocale } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { FAULTS, founderOf, jitForm, leadersOf, memberForms, newDraft, type Draft } from './draft';
import { calendarDay } from '@/lib/time';
import { Invitations } from './Invitations';
import { AgreementStep, LeadersStep, PartiesStep } from './steps';
import classes from './Founding.module.css';

const STEPS = ['agreement', 'parties', 'leaders', 'check'] as const;
const ONWARD = ['founding/toParties', 'founding/toLeaders', 'founding/toCheck', 'founding/found'] as const;
const LAST = STEPS.length - 1;

export function FoundScreen() {
  const { t } = useTranslation();
  const { zone } = useLocale();
  const { data: me } = useSuspenseQuery(meQuery());
  const queries = useQueryClient();
  const [step, setStep] = useState(0);
  const form = useForm<Draft>({
    initialValues: newDraft(zone),
    validate: (entered) =>
      Object.fromEntries(Object.entries(FAULTS[step]?.(entered) ?? {}).map(([name, fault]) => [name, t(fault)])),
  });
  const draft = form.values;
  const [team, setTeam] = useState<JitView | null>(null);
  const run = useMutation({
    mutationFn: () => found(jitForm(draft)),
    onSuccess: async (jit) => {
      setTeam(jit);
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.me() }),
        queries.invalidateQueries({ queryKey: keys.teams() }),
      ]);
    },
  });
  const go = (to: number) => {
    form.clearErrors();
    setStep(to);
  };
  const submit = form.onSubmit(() => {
    if (step === LAST) run.mutate();
    else go(step + 1);
  });
  if (!me.account.may_found)
    return (
      <div className={classes['screen']}>
        <Notice tone="locked">{t('founding/mayNot')}</Notice>
      </div>
    );
  if (team)
    return (
      <div className={classes['screen']}>
        <Invitations
          jit={team}
          people={memberForms(draft)}
          names={Object.fromEntries(draft.parties.map(({ code, name }) => [code, name]))}
        />
      </div>
    );
  return (
    <form className={classes['screen']} onSubmit={submit} noValidate>
      <Title order={1}>{t('founding/title')}</Title>
      <ol className={classes['steps']} aria-label={t('founding/steps')}>
        {STEPS.map((one, index) => (
          <li key={one} data-done={index < step || undefined} aria-current={index === step ? 'step' : undefined}>
            <UnstyledButton disabled={index >= step} onClick={() => go(index)}>
              <span className={classes['number']}>
                {index < step ? <IconCheck size={14} aria-hidden /> : index + 1}
              </span>
              {t(`founding/${one}`)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <div className={classes['columns']}>
        <div>
          {step === 0 ? <AgreementStep form={form} /> : null}
          {step === 1 ? <PartiesStep form={form} /> : null}
          {step === 2 ? <LeadersStep form={form} /> : null}
          {step === LAST ? <Check draft={draft} /> : null}
          <ProblemNotice error={run.error} />
        </div>
        <Summary draft={draft} name={me.account.name} />
      </div>
      <div className={classes['footer']}>
        {step > 0 ? (
          <Button variant="default" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={() => go(step - 1)}>
            {t('founding/back')}
          </Button>
        ) : null}
        <Button variant="default" renderRoot={(root) => <Link to="/teams" {...root} />}>
          {t('common/cancel')}
        </Button>
        {step < LAST ? <span className="dim">{t('founding/nothingSent')}</span> : null}
        <Button
          type="submit"
          loading={run.isPending}
          rightSection={step === LAST ? null : <IconArrowRight size={15} aria-hidden />}
        >
          {t(ONWARD[step] ?? 'founding/found')}
        </Button>
      </div>
    </form>
  );
}

/** The permanent settings, and the States without an invited leader. */
function Check({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const without = leadersOf(draft).filter(({ leader }) => !leader.email.trim());
  const parties = new Intl.ListFormat(locale, { type: 'conjunction' }).format(without.map(({ party }) => party.name));
  return (
    <Stack gap="sm">
      <Notice>{t('founding/checkHelp')}</Notice>
      {without.length > 0 ? (
        <Notice tone="warn" title={t('founding/withoutLeader', { parties })}>
          {t('founding/withoutLeaderHelp')}
        </Notice>
      ) : null}
    </Stack>
  );
}

/** The summary of what the last step creates, shown beside every step. */
function Summary({ draft, name }: { draft: Draft; name: string }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const invited = leadersOf(draft).filter(({ leader }) => leader.email.trim());
  const own = founderOf(draft);
  const dash = '–';
  return (
    <Panel title={t('founding/summary')}>
      <dl className={classes['facts']}>
        <dt>{t('founding/team')}</dt>
        <dd>{draft.name.trim() || dash}</dd>
        <dt>{t('founding/reference')}</dt>
        <dd>
          {draft.reference.trim() || dash}
          {draft.signedOn ? (
            <div className="dim">{t('founding/signed', { day: calendarDay(draft.signedOn, locale) })}</div>
          ) : null}
        </dd>
        <dt>{t('founding/parties')}</dt>
        <dd>{draft.parties.map((party) => party.name).join(', ') || dash}</dd>
        <dt>{t('founding/coordinator')}</dt>
        <dd>
          {t('founding/you', { name })}
          {own ? <div className="dim">{own.name}</div> : null}
        </dd>
        <dt>{t('founding/leaders')}</dt>
        <dd>{invited.map(({ party, leader }) => `${leader.name.trim()} (${party.code})`).join(', ') || dash}</dd>
      </dl>
    </Panel>
  );
}
