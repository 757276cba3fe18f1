/** The frame of all custody forms: fields, time of event, remarks, and errors of the server. */
import type { OccurredForm } from './queries';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { occurredOf, OccurredFields } from './OccurredFields';
import type { Common } from './useCustodyForm';

export type Words = { occurred: OccurredForm | null; remarks: string | null };

type Props<Values extends Common> = {
  evidence: string;
  title: string;
  action: string;
  done: string;
  danger?: boolean;
  corrects?: boolean;
  form: UseFormReturnType<Values>;
  act: (values: Values, words: Words) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

export function Form<Values extends Common>(props: Props<Values>) {
  const { evidence, title, action, done, danger = false, corrects = false, form, act, onClose, children } = props;
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const common = form as unknown as UseFormReturnType<Common>;
  const { run, notice } = useFormMutation(form, {
    names: { occurred: 'when' },
    mutationFn: (values: Values) =>
      act(values, { occurred: occurredOf(values.when).occurred, remarks: values.remarks.trim() || null }),
    onSuccess: () => {
      notifications.show({ message: done });
      onClose();
    },
    onSettled: () => {
      for (const queryKey of [keys.custody(jit.id, evidence), keys.situation(jit.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          {children}
          <OccurredFields
            value={common.values.when}
            error={common.errors['when']}
            corrects={corrects}
            onChange={(when) => common.setFieldValue('when', when)}
          />
          <Textarea autosize maxLength={10_000} label={t('where/remarks')} {...common.getInputProps('remarks')} />
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" {...(danger ? { color: 'red' } : {})} loading={run.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
