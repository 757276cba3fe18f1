/** Adds a contact to the directory. Its other values are entered afterwards, each with its source. */
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { en } from '@/i18n/en';
import { add, recordsQuery, referenceKey, type ContactRole } from './queries';
import { keyOf, nameOf } from '@/features/reference/shown/values';

type Values = { role: ContactRole | null; country: string | null; unit: string; source: string };

const ROLES = Object.keys(en.contactRole) as ContactRole[];

/** A free key from country and role: `NL_SPOC`, then `NL_SPOC_2`. */
export function freeKey(country: string, role: string, taken: ReadonlySet<string>): string {
  const stem = `${country}_${role.toUpperCase()}`;
  let key = stem;
  for (let count = 2; taken.has(key); count += 1) key = `${stem}_${String(count)}`;
  return key;
}

export function ContactDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const countries = useQuery(recordsQuery('countries'));
  const contacts = useQuery(recordsQuery('directory'));
  const options = useMemo(
    () =>
      (countries.data ?? [])
        .map((one) => ({ value: keyOf(one), label: nameOf(one, i18n.language) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    [countries.data, i18n.language],
  );
  const form = useForm<Values>({
    initialValues: { role: null, country: null, unit: '', source: '' },
    validate: {
      role: (role) => (role ? null : t('reference/needRole')),
      country: (country) => (country ? null : t('reference/needCountry')),
      unit: (unit) => (unit.trim() ? null : t('reference/needUnit')),
      source: (source) => (source.trim() ? null : t('reference/needSource')),
    },
  });
  const run = useMutation({
    mutationFn: async ({ role, country, unit, source }: Values) => {
      if (!role || !country) return;
      const key = freeKey(country, role, new Set(contacts.data?.map(keyOf)));
      await add({ key, role, country, unit: { value: unit.trim(), source: source.trim() } });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('reference/addContact')}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('reference/contactHelp')}
          </Text>
          <Select
            data-autofocus
            required
            label={t('reference/role')}
            data={ROLES.map((value) => ({ value, label: t(`contactRole/${value}`) }))}
            {...form.getInputProps('role')}
          />
          <Select
            required
            searchable
            label={t('referenceValue/country')}
            data={options}
            {...form.getInputProps('country')}
          />
          <TextInput required label={t('referenceValue/unit')} maxLength={300} {...form.getInputProps('unit')} />
          <TextInput
            required
            label={t('reference/sourceOf')}
            description={t('reference/sourceHelp')}
            maxLength={300}
            {...form.getInputProps('source')}
          />
          <ProblemNotice error={countries.error ?? contacts.error ?? run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending} disabled={!contacts.data}>
              {t('reference/addContact')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
