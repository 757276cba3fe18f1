/** Records that a request or one of its items reached another state: when, and why. */
import { Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { instantOf } from '@/components/sharing/draft';
import { Incomplete, isIncomplete } from '@/features/requests/forms/Incomplete';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import { Grounds, hasGrounds } from './Grounds';
import {
  move,
  moveItem,
  type ItemState,
  type PossibleMoveView,
  type RequestItemView,
  type RequestState,
  type RequestView,
} from './queries';
import { isWithdrawal } from './state';
import { useChanged } from './useChanged';
import { useRequestWords } from './useRequestWords';

type Props = { request: RequestView; item: RequestItemView | null; step: PossibleMoveView; onClose: () => void };

export function MoveDialog({ request, item, step, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { item: nameOf, title } = useRequestWords();
  const changed = useChanged();
  const form = useForm({
    initialValues: { occurred_at: '', reason: '', ground: '', incomplete: false, despite: false },
    validate: {
      occurred_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')),
      reason: (value, { incomplete, despite }) =>
        (step.needs_reason || incomplete || despite) && !value.trim() ? t('requestDetail/needReason') : null,
      ground: (value) => (step.needs_ground && !value.trim() ? t('requestDetail/needGround') : null),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ occurred_at, reason, ground, incomplete, despite }: typeof form.values) => {
      const body = {
        to: step.to,
        occurred_at: occurred_at ? instantOf(occurred_at, zone) : null,
        reason: reason.trim() || null,
        ground: ground.trim() || null,
      };
      return item
        ? moveItem(jit.id, request.id, item.id, body)
        : move(jit.id, request.id, { ...body, incomplete, despite });
    },
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const action = item ? t(`requestItemMove/${step.to as ItemState}`) : t(`requestMove/${step.to as RequestState}`);
  return (
    <FormDialog
      title={action}
      action={action}
      pending={run.isPending}
      problem={isIncomplete(run.error) || hasGrounds(run.error) ? null : notice}
      danger={isWithdrawal(step)}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">
        {item
          ? t('requestDetail/moveItem', {
              place: item.place,
              item: nameOf(item),
              state: t(`requestItemState/${step.to as ItemState}`),
            })
          : t('requestDetail/moveRequest', {
              request: title(request),
              number: request.number,
              state: t(`requestState/${step.to as RequestState}`),
            })}
      </Text>
      <OccurredField
        data-autofocus
        value={form.values.occurred_at}
        error={form.errors['occurred_at']}
        onChange={(value) => form.setFieldValue('occurred_at', value)}
      />
      {step.needs_ground || item ? (
        <TextInput
          required={step.needs_ground}
          label={t('requestDetail/ground')}
          description={t('requestDetail/groundHelp')}
          maxLength={300}
          {...form.getInputProps('ground')}
        />
      ) : null}
      <Textarea
        required={step.needs_reason || form.values.incomplete || form.values.despite}
        autosize
        minRows={2}
        label={t('common/reason')}
        description={t('requestDetail/reasonHelp')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
      {hasGrounds(run.error) ? (
        <Grounds
          error={run.error}
          mayDecide={request.may.release}
          checked={form.values.despite}
          onChange={(despite) => form.setFieldValue('despite', despite)}
        />
      ) : null}
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
