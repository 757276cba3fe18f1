/** Records a challenge of a notice, or what became of it. */
import { Checkbox, Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { DateField } from '@/components/fields/DateField';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { changeChallenge, recordChallenge } from './acts';
import type { NoticeChallengeView, NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';

const KINDS = ['access', 'correction', 'deletion', 'revision'] as const;
const DAYS = ['admissible_on', 'questions_due_on', 'questions_answered_on', 'decided_on'] as const;
type Values = {
  kind: NoticeChallengeView['kind'];
  received_on: string;
  admissible_on: string;
  questions_due_on: string;
  questions_answered_on: string;
  decided_on: string;
  is_blocked: boolean;
  decision: string;
  remedy: string;
};
type Props = { notice: NoticeView; challenge: NoticeChallengeView | null; onClose: () => void };

export function ChallengeDialog({ notice, challenge, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const form = useForm<Values>({
    initialValues: {
      kind: challenge?.kind ?? 'deletion',
      received_on: challenge?.received_on ?? '',
      admissible_on: challenge?.admissible_on ?? '',
      questions_due_on: challenge?.questions_due_on ?? '',
      questions_answered_on: challenge?.questions_answered_on ?? '',
      decided_on: challenge?.decided_on ?? '',
      is_blocked: challenge?.is_blocked ?? false,
      decision: challenge?.decision ?? '',
      remedy: challenge?.remedy ?? '',
    },
    validate: { received_on: (value) => (value ? null : t('common/needDate')) },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ kind, received_on, ...values }: Values) => {
      const body = {
        admissible_on: values.admissible_on || null,
        questions_due_on: values.questions_due_on || null,
        questions_answered_on: values.questions_answered_on || null,
        decided_on: values.decided_on || null,
        is_blocked: values.is_blocked,
        decision: values.decision.trim() || null,
        remedy: values.remedy.trim() || null,
      };
      return challenge
        ? changeChallenge(jit.id, notice.id, challenge, body)
        : recordChallenge(jit.id, notice.id, { kind, received_on, ...body });
    },
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const action = t(challenge ? 'noticeDetail/saveChallenge' : 'noticeDetail/recordChallenge');
  const day = (name: 'received_on' | (typeof DAYS)[number]) => (
    <DateField
      key={name}
      required={name === 'received_on'}
      disabled={name === 'received_on' && challenge !== null}
      label={t(`challengeField/${name}`)}
      value={form.values[name]}
      error={form.errors[name]}
      onChange={(value) => form.setFieldValue(name, value)}
    />
  );
  return (
    <FormDialog
      title={action}
      action={action}
      pending={run.isPending}
      problem={problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('noticeDetail/challengeHelp')}
      </Text>
      <Select
        allowDeselect={false}
        disabled={challenge !== null}
        label={t('challengeField/kind')}
        data={KINDS.map((value) => ({ value, label: t(`challengeKind/${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {day('received_on')}
        {DAYS.map(day)}
      </SimpleGrid>
      <Checkbox
        size="xs"
        label={t('challengeField/is_blocked')}
        {...form.getInputProps('is_blocked', { type: 'checkbox' })}
      />
      <Textarea autosize minRows={1} label={t('challengeField/decision')} {...form.getInputProps('decision')} />
      <Textarea autosize minRows={1} label={t('challengeField/remedy')} {...form.getInputProps('remedy')} />
    </FormDialog>
  );
}
