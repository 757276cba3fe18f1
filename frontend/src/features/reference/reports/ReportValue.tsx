/** The link at a value with which a member reports to the operators that it is wrong. */
import { ActionIcon, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconMessageReport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { visible } from '@/lib/visible';
import { report, reportsKey, type ReferenceKind } from './queries';

/** `name`: of the value, in words. `record`: name of its record. */
type Props = { kind: ReferenceKind; recordKey: string; record: string; field: string; name: string };

export function ReportValue(props: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const label = t('referenceReports/reportOf', { name: `${props.record}, ${props.name}` });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        title={t('referenceReports/report')}
        aria-label={label}
        onClick={() => setOpen(true)}
      >
        <IconMessageReport size={14} aria-hidden />
      </ActionIcon>
      {open ? <ReportDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReportDialog({ kind, recordKey, record, field, name, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { wrong: '', proposed: '', source: '' },
    validate: {
      wrong: (wrong) => (wrong.trim() ? null : t('referenceReports/needWrong')),
      source: (source) => (source.trim() ? null : t('reference/needSource')),
    },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ wrong, proposed, source }: typeof form.values) =>
      report({
        kind,
        key: recordKey,
        field,
        wrong: wrong.trim(),
        proposed: proposed.trim() || null,
        source: source.trim(),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: reportsKey });
      notifications.show({ message: t('referenceReports/reported') });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('referenceReports/report')}
      action={t('referenceReports/send')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">{t('referenceReports/help')}</Text>
      <strong>
        {visible(record)} · {visible(name)}
      </strong>
      <Textarea
        data-autofocus
        required
        autosize
        minRows={2}
        maxLength={4000}
        label={t('referenceReports/wrong')}
        {...form.getInputProps('wrong')}
      />
      <Textarea
        autosize
        minRows={2}
        maxLength={4000}
        label={t('referenceReports/proposed')}
        description={t('referenceReports/proposedHelp')}
        {...form.getInputProps('proposed')}
      />
      <TextInput
        required
        maxLength={300}
        label={t('reference/sourceOf')}
        description={t('reference/sourceHelp')}
        {...form.getInputProps('source')}
      />
    </FormDialog>
  );
}
