/**
 * Confirms a step of an action day: what will happen, which parties did not confirm GO, and the reason where one is needed.
 * Not here: closing a day that is live (CloseDialog.tsx).
 */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconClockQuestion, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { OperationView, PartyWordView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { AuthorisationNotice } from './AuthorisationNotice';
import { answerOf, openActions, stepOf, withoutGo, type DayState, type DayStep, type StepBody } from './dayStep';
import { boardQuery } from './queries/operations';
import { usePerson } from './usePerson';
import classes from './Operations.module.css';

type Props = {
  day: OperationView;
  state: DayState;
  needsReason: boolean;
  act: (body: StepBody) => Promise<unknown>;
  onClose: () => void;
};

const DANGEROUS: ReadonlySet<DayStep> = new Set(['off', 'drop', 'back']);

export function DayStepDialog({ day, state, needsReason, act, onClose }: Props) {
  const { t } = useTranslation();
  const step = stepOf(day.state, state);
  const missing = step === 'live' ? withoutGo(day) : [];
  const demanded = needsReason || missing.length > 0;
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (demanded && !value.trim() ? t('operations/needWhy') : null) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (reason: string) => act(reason.trim() ? { reason: reason.trim() } : {}),
    onSuccess: onClose,
  });
  const named = step === 'draft' ? 'planned' : step === 'closed' ? 'off' : step;
  return (
    <Dialog onClose={onClose} title={t(`dayConfirm/${named}Title`)} size="lg">
      <form onSubmit={form.onSubmit(({ reason }) => run.mutate(reason))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t(`dayConfirm/${named}Text`)}</Text>
          {step === 'live' ? <Answers missing={missing} /> : null}
          {step === 'live' ? <Authorisations day={day} /> : null}
          {demanded ? (
            <Textarea
              data-autofocus
              required
              maxLength={10_000}
              label={missing.length > 0 ? t('dayConfirm/liveReason') : t('common/reason')}
              description={t('operations/stateHelp')}
              {...form.getInputProps('reason')}
            />
          ) : null}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              type="submit"
              loading={run.isPending}
              {...(demanded ? {} : { 'data-autofocus': true })}
              {...(DANGEROUS.has(step) ? { color: 'red' } : {})}
            >
              {t(`operationStep/${step}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Authorisations({ day }: { day: OperationView }) {
  const { jit } = useTeam();
  const { data } = useQuery(boardQuery(jit.id, day.id));
  return <AuthorisationNotice actions={openActions(data?.items ?? [])} />;
}

function Answers({ missing }: { missing: PartyWordView[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <Text size="sm">{t('dayConfirm/liveNobody')}</Text>;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('dayConfirm/liveWithout')}
      </Text>
      <ul className={classes['lines']}>
        {missing.map((one) => (
          <Missing key={one.party} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Missing({ one }: { one: PartyWordView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const person = usePerson();
  const answer = answerOf(one);
  const Shape = answer === 'no_go' ? IconX : IconClockQuestion;
  return (
    <li className={classes['missing']} data-word={answer}>
      <Shape size={16} stroke={2} aria-hidden />
      <span>
        <strong>{partyName(one.party)}</strong>
        {t('common/colon')}
        {t(`operations/${answer}`)}
        {answer === 'no_go' ? (
          <span className={classes['why']}>
            {one.said_by ? `${person(one.said_by)}${t('common/colon')}` : ''}
            {one.reason ? visible(one.reason) : t('dayConfirm/noReason')}
          </span>
        ) : null}
      </span>
    </li>
  );
}
