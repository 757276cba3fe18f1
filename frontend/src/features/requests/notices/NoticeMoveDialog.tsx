/** Records that a notice reached another state: when, and why. */
import { Button, Group, List, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { DateField } from '@/components/fields/DateField';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
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
    <Dialog onClose={onClose} title={t(`noticeMove/${step.to}`)} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
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
          <DateField
            withTime
            data-autofocus
            label={t('requestDetail/occurredAt')}
            description={t('requestDetail/occurredHelp', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
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
          <ProblemNotice error={problem} />
          {isOpen ? (
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
          ) : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t(`noticeMove/${step.to}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
