/** Begins a deadline: by an event that no move records, such as a service, or by the day for which an answer was asked. */
import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { DateField } from '@/components/fields/DateField';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
import { local } from '@/features/requests/form/draft';
import { instrumentsQuery } from '@/features/requests/form/queries';
import { startDeadline, type RequestView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';
import { useRequestWords } from '@/features/requests/request/useRequestWords';

/** The deadline that ends with a day of the party's choice. The others are keys of the instrument. */
const ASKED = 'ASKED';

type Values = { rule: string; item: string | null; begins_at: string; due_on: string };

export function StartDialog({ request, onClose }: { request: RequestView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const { said, item: nameOf } = useRequestWords();
  const changed = useChanged();
  const instruments = useQuery(instrumentsQuery());
  const rules = instruments.data?.items.find(({ key }) => key === request.instrument)?.deadlines ?? [];
  const form = useForm<Values>({
    initialValues: { rule: ASKED, item: null, begins_at: '', due_on: '' },
    validate: {
      due_on: (value, { rule }) => (rule === ASKED && !value ? t('common/needDate') : null),
      begins_at: (value, { rule }) => (rule !== ASKED && !instantOf(value, zone) ? t('common/needDateTime') : null),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ rule, item, begins_at, due_on }: Values) =>
      startDeadline(jit.id, request.id, {
        rule,
        item,
        ...(rule === ASKED ? { due_on } : { begins_at: instantOf(begins_at, zone) }),
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const { rule, begins_at, due_on } = form.values;
  const received = local(request.content?.received_at ?? null, zone);
  return (
    <FormDialog
      title={t('requestDeadlines/start')}
      action={t('requestDeadlines/start')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <ProblemNotice error={instruments.error} onRetry={() => void instruments.refetch()} />
      <Select
        data-autofocus
        allowDeselect={false}
        label={t('requestDeadlines/deadline')}
        data={[
          { value: ASKED, label: t('requestDeadlines/asked') },
          ...rules.flatMap(({ value }) => (value ? [{ value: value.key, label: said(value.title) }] : [])),
        ]}
        {...form.getInputProps('rule')}
        onChange={(key: string | null) => {
          const next = rules.find(({ value }) => value?.key === key)?.value;
          form.setFieldValue('rule', key ?? ASKED);
          // The receipt is known. What the user entered stays.
          if (begins_at === '' || begins_at === received)
            form.setFieldValue('begins_at', next?.begins_at === 'received' ? received : '');
        }}
      />
      <Select
        clearable
        label={t('requestDeadlines/item')}
        placeholder={t('requestDeadlines/wholeRequest')}
        data={request.items.map((one) => ({ value: one.id, label: `${String(one.place)} · ${nameOf(one)}` }))}
        {...form.getInputProps('item')}
      />
      {rule === ASKED ? (
        <DateField
          required
          label={t('requestDeadlines/dueOn')}
          description={t('requestDeadlines/dueOnHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={due_on}
          error={form.errors['due_on']}
          onChange={(value) => form.setFieldValue('due_on', value)}
        />
      ) : (
        <DateField
          required
          withTime
          label={t('requestDeadlines/beginsAt')}
          description={t('requestDeadlines/beginsAtHelp', { zone })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={begins_at}
          error={form.errors['begins_at']}
          onChange={(value) => form.setFieldValue('begins_at', value)}
        />
      )}
    </FormDialog>
  );
}
