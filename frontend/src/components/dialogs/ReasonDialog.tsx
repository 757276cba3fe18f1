/** Confirms an act with serious effects: describes the effects and asks for a reason. */
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId, type SyntheticEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

type Fields = {
  validate: () => { hasErrors: boolean };
  getValues: () => object;
  setFieldError: (path: string, error: ReactNode) => void;
};

type Props = {
  title: string;
  help: string;
  reasonLabel: string;
  action: string;
  danger?: boolean;
  confirm?: string;
  /** More to fill in. */
  children?: ReactNode;
  /** The form of that: it is checked together with the reason, and gets the server's sentences about its fields. */
  fields?: Fields;
  /** Fields of `fields` whose names differ from those of the server. */
  names?: Record<string, string>;
  /** Whether everything that the act needs has loaded. */
  ready?: boolean;
  /** Why the act cannot be done yet, whatever is filled in. */
  blocked?: string | null;
  onClose: () => void;
  act: (reason: string) => Promise<unknown>;
  onDone: () => void;
};

export function ReasonDialog({
  title,
  help,
  reasonLabel,
  action,
  danger = true,
  confirm,
  children,
  fields,
  names = {},
  ready = true,
  blocked = null,
  onClose,
  act,
  onDone,
}: Props) {
  const { t } = useTranslation();
  const why = useId();
  const form = useForm({
    initialValues: { reason: '', sure: confirm === undefined },
    validate: {
      reason: (value) => (value.trim() ? null : t('exhibit/needReason')),
      sure: (value) => !value,
    },
  });
  const both = {
    getValues: (): Record<string, unknown> => ({ ...fields?.getValues(), ...form.getValues() }),
    setFieldError: (name: string, error: ReactNode) => {
      if (fields && name in fields.getValues()) fields.setFieldError(name, error);
      else form.setFieldError(name, error);
    },
  };
  const { run, notice } = useFormMutation<Record<string, unknown>, unknown, string>(both, {
    names,
    mutationFn: (reason: string) => act(reason.trim()),
    onSuccess: onDone,
  });
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    const isFilled = fields?.validate().hasErrors !== true;
    form.onSubmit(({ reason }) => {
      if (isFilled && ready && blocked === null) run.mutate(reason);
    })(event);
  };
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{help}</Text>
          {children}
          <Textarea data-autofocus required label={reasonLabel} maxLength={10_000} {...form.getInputProps('reason')} />
          {confirm === undefined ? null : (
            <Checkbox size="xs" label={confirm} {...form.getInputProps('sure', { type: 'checkbox' })} />
          )}
          <ProblemNotice error={notice} />
          {blocked === null ? null : (
            <Text id={why} size="sm">
              {blocked}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              type="submit"
              loading={run.isPending}
              disabled={blocked !== null}
              {...(blocked === null ? {} : { 'aria-describedby': why })}
              {...(danger ? { color: 'red' } : {})}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
