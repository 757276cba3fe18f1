/** States the limits of use of an item. An empty field removes them. */
import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { change, type RequestItemView, type RequestView } from '@/features/requests/request/queries';
import { useChanged } from '@/features/requests/request/useChanged';

type Props = { request: RequestView; item: RequestItemView; onClose: () => void };

export function ItemLimitsDialog({ request, item, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChanged();
  // The content that the user saw: a change by somebody else in the meantime is not overwritten.
  const [seen] = useState(request);
  const form = useForm({ initialValues: { conditions: item.conditions ?? '' } });
  const { run, notice } = useFormMutation(form, {
    names: { item_conditions: 'conditions' },
    mutationFn: ({ conditions }: { conditions: string }) =>
      change(jit.id, seen, { item_conditions: [{ item: item.id, conditions: conditions.trim() || null }] }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('itemLimits/dialog', { place: item.place })}
      action={t('itemLimits/save')}
      pending={run.isPending}
      problem={notice}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Textarea
        autosize
        data-autofocus
        minRows={3}
        maxRows={10}
        maxLength={10_000}
        label={t('itemLimits/title')}
        description={t('itemLimits/help')}
        {...form.getInputProps('conditions')}
      />
    </FormDialog>
  );
}
