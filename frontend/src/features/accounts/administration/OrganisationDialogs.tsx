/** Dialogs of an operator on organisations: create and rename, put an account into one, name the first administrators. */
import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import {
  activeAccountsQuery,
  addAccount,
  create,
  nameFirst,
  organisationKey,
  organisationsQuery,
  rename,
  type OrganisationView,
} from '@/features/accounts/organisation/queries';
import { visible } from '@/lib/visible';
import { administrationKey, type ManagedAccountView } from './queries';

const FEWEST = 2;

/** Renews what an act on an organisation makes stale, says so and closes. */
function useDone(message: string, onClose: () => void) {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: organisationKey });
    await queries.invalidateQueries({ queryKey: administrationKey });
    notifications.show({ message });
    onClose();
  };
}

type Frame = {
  title: string;
  help: string;
  submit: string;
  busy: boolean;
  notice: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

function FormDialog({ title, help, submit, busy, notice, onSubmit, onClose, children }: Frame) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {help}
          </Text>
          {children}
          <ProblemNotice error={notice} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** `on`: the organisation to rename; null creates one. */
export function NameDialog({ on, onClose }: { on: OrganisationView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const done = useDone(t(on ? 'organisations/renamed' : 'organisations/created'), onClose);
  const form = useForm({
    initialValues: { name: on?.name ?? '' },
    validate: { name: (value) => (value.trim() ? null : t('organisations/needName')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (name: string) => (on ? rename(on.id, name) : create(name)),
    onSuccess: done,
  });
  return (
    <FormDialog
      title={on ? t('organisations/renameOf', { name: visible(on.name) }) : t('organisations/create')}
      help={t('organisations/createHelp')}
      submit={t(on ? 'organisations/rename' : 'organisations/create')}
      busy={run.isPending}
      notice={notice}
      onSubmit={form.onSubmit(({ name }) => run.mutate(name.trim()))}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        required
        maxLength={300}
        label={t('organisations/name')}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}

export function AddToOrganisationDialog({ on, onClose }: { on: ManagedAccountView; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(organisationsQuery());
  const done = useDone(t('administration/done', { name: visible(on.name) }), onClose);
  const form = useForm({
    initialValues: { organisation: null as string | null },
    validate: { organisation: (value) => (value ? null : t('organisations/needOrganisation')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (organisation: string) => addAccount(organisation, on.id),
    onSuccess: done,
  });
  return (
    <FormDialog
      title={t('organisations/addTitle', { name: visible(on.name) })}
      help={t('organisations/addHelp')}
      submit={t('organisations/add')}
      busy={run.isPending}
      notice={notice}
      onSubmit={form.onSubmit(({ organisation }) => {
        if (organisation) run.mutate(organisation);
      })}
      onClose={onClose}
    >
      <Select
        required
        searchable
        label={t('administration/organisation')}
        nothingFoundMessage={t('organisations/none')}
        data={(data ?? []).map((one) => ({ value: one.id, label: visible(one.name) }))}
        {...form.getInputProps('organisation')}
      />
    </FormDialog>
  );
}

export function FirstAdministratorsDialog({ on, onClose }: { on: OrganisationView; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(activeAccountsQuery(on.id));
  const done = useDone(t('organisations/firstNamed'), onClose);
  const form = useForm({
    initialValues: { administrators: [] as string[] },
    validate: { administrators: (value) => (value.length < FEWEST ? t('organisations/needTwo') : null) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: (administrators: string[]) => nameFirst(on.id, administrators),
    onSuccess: done,
  });
  return (
    <FormDialog
      title={t('organisations/nameFirstOf', { name: visible(on.name) })}
      help={t('organisations/firstHelp')}
      submit={t('organisations/nameFirst')}
      busy={run.isPending}
      notice={notice}
      onSubmit={form.onSubmit(({ administrators }) => run.mutate(administrators))}
      onClose={onClose}
    >
      <MultiSelect
        required
        searchable
        label={t('organisations/administrators')}
        nothingFoundMessage={t('organisations/noAccounts')}
        data={(data ?? []).map((one) => ({ value: one.id, label: `${visible(one.name)} (${one.email})` }))}
        {...form.getInputProps('administrators')}
      />
    </FormDialog>
  );
}
