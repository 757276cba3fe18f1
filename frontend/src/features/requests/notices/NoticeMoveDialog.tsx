/** Records that a notice reached another state: when, and why. */
import { List, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import { move } from './acts';
import type { NoticeMoveForm, NoticeView, PossibleNoticeMoveView } from './queries';
import { useChangedNotice } from './useChangedNotice';
import { useNoticeWords } from './useNoticeWords';

const GROUNDS = ['incomplete', 'too_slight', 'article_2', 'article_3', 'other'] as const;
type Values = { occurred_at: string; reason: string; ground: NonNullable<NoticeMoveForm['ground']> | null };
type Props = { notice: NoticeView; step: PossibleNoticeMoveView; onClose: () => void };

export function NoticeMoveDialog({ notice, step, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { title, said } = useNoticeWords();
  const changed = useChangedNotice();
  const form = useForm<Values>({
    initialValues: { occurred_at: '', reason: '', ground: null },
    validate: {
      occurred_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')),
      reason: (value) => (step.needs_reason && !value.trim() ? t('requestDetail/needReason') : null),
      ground: (value) => (step.needs_ground && !value ? t('noticeDetail/needGround') : null),
    },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ occurred_at, reason, ground }: Values) =>
      move(jit.id, notice.id, {
        to: step.to,
        occurred_at: occurred_at ? instantOf(occurred_at, zone) : null,
        reason: reason.trim() || null,
        ground,
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const isOpen = run.error instanceof Problem && run.error.code === 'notice-open';
  return (
    <FormDialog
      title={t(`noticeMove/${step.to}`)}
      action={t(`noticeMove/${step.to}`)}
      pending={run.isPending}
      problem={isOpen ? null : problem}
      danger={step.to === 'withdrawn'}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">
        {t('noticeDetail/move', {
          notice: title(notice),
          number: notice.number,
          state: t(`noticeState/${step.to}`),
        })}
      </Text>
      {step.to === 'with_ncb' ? (
        <Text size="sm" c="dimmed">
          {t('noticeDetail/nothingSent')}
        </Text>
      ) : null}
      {step.needs_ground ? (
        <Select
          required
          label={t('noticeDetail/ground')}
          data={GROUNDS.map((value) => ({ value, label: t(`noticeGround/${value}`) }))}
          {...form.getInputProps('ground')}
        />
      ) : null}
      <OccurredField
        data-autofocus
        value={form.values.occurred_at}
        error={form.errors['occurred_at']}
        onChange={(value) => form.setFieldValue('occurred_at', value)}
      />
      <Textarea
        required={step.needs_reason}
        autosize
        minRows={2}
        label={t('common/reason')}
        description={t('requestDetail/reasonHelp')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
      {isOpen ? (
        <>
          <ProblemNotice error={problem} />
          <List size="sm">
            {notice.missing.map((one) => (
              <List.Item key={one.field}>
                {said(one.title)} – {t('noticeWhy/missing')}
              </List.Item>
            ))}
            {notice.questions.map((one) =>
              one.open ? (
                <List.Item key={one.question}>
                  {said(one.title)} – {t(`noticeWhy/${one.open}`)}
                </List.Item>
              ) : null,
            )}
          </List>
        </>
      ) : null}
    </FormDialog>
  );
}
