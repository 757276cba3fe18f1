/** An administrator enters the clause of the agreement about a party that leaves. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { agreeOnLeaving, BECOMES, type LeavingClauseForm } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Becomes = LeavingClauseForm['contributed'];

export function ClauseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties } = useTeam();
  const form = useForm({
    initialValues: { party: '', contributed: 'stay' as Becomes, received: 'stay' as Becomes, clause: '' },
    validate: { clause: (value) => (value.trim() ? null : t('members/needClause')) },
  });
  const { party, contributed, received } = form.values;
  const whose = parties.find((one) => one.code === party)?.name ?? t('leaving/theParty');
  const { run, notice } = useFormMutation(form, {
    mutationFn: (values: typeof form.values) =>
      agreeOnLeaving(jit.id, { ...values, party: values.party || null, clause: values.clause.trim() }),
    onSuccess: () => {
      notifications.show({ message: t('leaving/agreed') });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('leaving/agreeTitle')} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('leaving/agreeHelp')}</Text>
          <Select
            label={t('leaving/forWhom')}
            allowDeselect={false}
            data={[
              { value: '', label: t('leaving/anyParty') },
              ...parties.filter((one) => one.status !== 'left').map((one) => ({ value: one.code, label: one.name })),
            ]}
            {...form.getInputProps('party')}
          />
          <Select
            label={t('leaving/contributed')}
            description={t(`leavingContributed/${contributed}`, { party: whose })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={BECOMES.map((value) => ({ value, label: t(`becomes/${value}`) }))}
            {...form.getInputProps('contributed')}
          />
          <Select
            label={t('leaving/received')}
            description={t(`leavingReceived/${received}`, { party: whose })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={BECOMES.map((value) => ({ value, label: t(`becomes/${value}`) }))}
            {...form.getInputProps('received')}
          />
          <TextInput required label={t('members/clause')} maxLength={300} {...form.getInputProps('clause')} />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('leaving/agreeNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
