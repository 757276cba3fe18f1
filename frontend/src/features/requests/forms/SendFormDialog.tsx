/** Records the dispatch of a form that follows a request: when it was sent, and what it announces. */
import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { instantOf } from '@/components/sharing/draft';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import type { RequestView } from '@/features/requests/request/queries';
import { isDraft } from '@/features/requests/request/state';
import { Incomplete, isIncomplete } from './Incomplete';
import { sendForm, type DocumentLanguage, type RequestFormView } from './queries';

type Props = {
  request: RequestView;
  data: RequestFormView;
  language: DocumentLanguage;
  onSent: (now: RequestFormView) => void;
  onClose: () => void;
};

export function SendFormDialog({ request, data, language, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  // A confirmation announces a linked request for production that was sent.
  const announced =
    data.follow_up === 'confirmation'
      ? request.followed_by.filter(
          (one) =>
            one.relation === 'production' && one.confirmed_at === null && !isDraft(one) && one.state !== 'WITHDRAWN',
        )
      : [];
  const form = useForm({
    // Of several, the member chooses.
    initialValues: {
      occurred_at: '',
      reason: '',
      incomplete: false,
      production: announced.length === 1 ? (announced[0]?.id ?? null) : null,
    },
    validate: {
      occurred_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')),
      reason: (value, { incomplete }) => (incomplete && !value.trim() ? t('requestDetail/needReason') : null),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ occurred_at, reason, incomplete, production }: typeof form.values) =>
      sendForm(jit.id, request.id, language, data.version, {
        form: data.key,
        occurred_at: occurred_at ? instantOf(occurred_at, zone) : null,
        reason: reason.trim() || null,
        incomplete,
        production,
      }),
    onSuccess: (now) => {
      onSent(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('filledForm/send')}
      action={t('filledForm/send')}
      pending={run.isPending}
      problem={isIncomplete(run.error) ? null : notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">
        {t(`filledForm/does_${data.follow_up ?? 'record'}`, { form: data.title, number: request.number })}
      </Text>
      {announced.length > 0 ? (
        <Select
          allowDeselect={false}
          label={t('filledForm/production')}
          data={announced.map(({ id, number }) => ({ value: id, label: number }))}
          {...form.getInputProps('production')}
        />
      ) : null}
      <OccurredField
        data-autofocus
        value={form.values.occurred_at}
        error={form.errors['occurred_at']}
        onChange={(value) => form.setFieldValue('occurred_at', value)}
      />
      <Textarea
        required={form.values.incomplete}
        autosize
        minRows={2}
        label={t('common/reason')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
      {isIncomplete(run.error) ? (
        <Incomplete
          error={run.error}
          checked={form.values.incomplete}
          onChange={(incomplete) => form.setFieldValue('incomplete', incomplete)}
        />
      ) : null}
    </FormDialog>
  );
}
