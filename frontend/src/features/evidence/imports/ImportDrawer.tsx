/** Importing a CASE document: the file and what it does not say, then what would be made of it, then the import as it was shown. */
import { Button, FileInput, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { look, take } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { TLPS, type ImportedView, type ImportForm, type Tlp } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { readWallClock } from '@/lib/zones';
import { ImportPreview } from './ImportPreview';
import classes from './Imports.module.css';

type Said = 'acquired_by' | 'place' | 'legal_basis';
const SAID: readonly { name: Said; label: 'register/acquiredBy' | 'register/place' | 'register/legalBasis' }[] = [
  { name: 'acquired_by', label: 'register/acquiredBy' },
  { name: 'place', label: 'register/place' },
  { name: 'legal_basis', label: 'register/legalBasis' },
];

type Values = Record<Said, string> & { document: File | null; acquired_at: string; tlp: Tlp };

/** The moment that a clock of the zone showed; the earlier one of an hour that occurs twice. */
function momentOf(at: string, zone: string): string | null {
  const clock = readWallClock(at, zone);
  if (clock.kind === 'exact') return clock.reading.instant;
  return clock.kind === 'ambiguous' ? clock.readings[0].instant : null;
}

export function ImportDrawer({
  onClose,
  onImported,
}: {
  onClose: () => void;
  onImported: (made: ImportedView) => void;
}) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const [shown, setShown] = useState<ImportForm | null>(null);
  const [checked, setChecked] = useState(false);
  const needed = (value: string) => (value.trim() ? null : t('register/required'));
  const form = useForm<Values>({
    initialValues: {
      document: null,
      acquired_at: '',
      acquired_by: '',
      place: '',
      legal_basis: '',
      tlp: 'AMBER',
    },
    validate: {
      document: (file) => (file ? null : t('caseImport/needFile')),
      acquired_at: (at) => (momentOf(at, zone) ? null : t('register/required')),
      acquired_by: needed,
      place: needed,
      legal_basis: needed,
    },
  });
  const { run: seen, notice } = useFormMutation(form, {
    mutationFn: async ({ document: file, acquired_at: at, tlp, ...said }: Values) => {
      const body: ImportForm = {
        name: file?.name ?? '',
        document: (await file?.text()) ?? '',
        acquired_at: momentOf(at, zone) ?? '',
        acquired_zone: zone,
        tlp,
        acquired_by: said.acquired_by.trim(),
        place: said.place.trim(),
        legal_basis: said.legal_basis.trim(),
      };
      const preview = await look(jit.id, body);
      setShown(body);
      return preview;
    },
  });
  const made = useMutation({
    mutationFn: () =>
      shown && seen.data
        ? take(jit.id, { ...shown, privilege_checked: checked }, seen.data.token)
        : Promise.reject(new Error('nothing was looked at')),
    onSuccess: (done) => {
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      notifications.show({
        message: t('caseImport/done', { count: done.items.length, number: done.document.exhibit_number }),
      });
      onImported(done);
    },
  });
  const back = () => {
    seen.reset();
    made.reset();
    setShown(null);
  };
  return (
    <SideDialog
      onClose={onClose}
      title={t('caseImport/title')}
      size="46rem"
      classNames={{ title: classes['heading'] ?? '' }}
    >
      {seen.data ? (
        <Stack gap="md">
          <ImportPreview preview={seen.data} />
          <PrivilegeCheck checked={checked} onChecked={setChecked} missing={lacksCheck(made.error)} />
          <ProblemNotice error={lacksCheck(made.error) ? null : made.error} />
          <Group justify="flex-end" gap="xs" className={classes['foot'] ?? ''}>
            <Button variant="default" onClick={back}>
              {t('caseImport/back')}
            </Button>
            <Button
              loading={made.isPending}
              disabled={made.isError && !lacksCheck(made.error)}
              onClick={() => made.mutate()}
            >
              {t('caseImport/confirm', { count: seen.data.exhibits.length })}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={form.onSubmit((values) => seen.mutate(values))} noValidate>
          <Stack gap="sm">
            <Text size="sm">{t('caseImport/help')}</Text>
            <FileInput
              required
              clearable
              accept=".json,.jsonld,application/json,application/ld+json"
              leftSection={<IconFileImport size={14} aria-hidden />}
              label={t('caseImport/file')}
              description={t('caseImport/fileHelp')}
              {...form.getInputProps('document')}
            />
            <Text size="sm" className="dim">
              {t('caseImport/common')}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              <DateField
                required
                withTime
                label={t('register/acquiredAt')}
                description={zone}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('acquired_at')}
                value={form.values.acquired_at}
              />
              {SAID.map(({ name, label }) => (
                <TextInput key={name} required label={t(label)} maxLength={300} {...form.getInputProps(name)} />
              ))}
              <Select
                label={t('register/tlp')}
                allowDeselect={false}
                data={TLPS.map((value) => ({ value, label: t(`tlp/${value}_name`) }))}
                {...form.getInputProps('tlp')}
              />
            </SimpleGrid>
            <ProblemNotice error={notice} />
            <Group justify="flex-end" gap="xs" className={classes['foot'] ?? ''}>
              <Button variant="default" onClick={onClose}>
                {t('common/cancel')}
              </Button>
              <Button type="submit" loading={seen.isPending}>
                {t('caseImport/look')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </SideDialog>
  );
}
