/** Importing a CASE document: the file and what it does not say, then what would be made of it, then the import as it was shown. */
import { Button, FileInput, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileImport } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { look, take } from './queries';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { TLPS, type ImportedView, type ImportForm, type Tlp } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { SideDialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { readWallClock, wallClock } from '@/lib/zones';
import { ImportPreview } from './ImportPreview';
import classes from './Imports.module.css';

type Said = 'acquired_by' | 'place' | 'legal_basis';
const SAID: readonly { name: Said; label: 'register/acquiredBy' | 'register/place' | 'register/legalBasis' }[] = [
  { name: 'acquired_by', label: 'register/acquiredBy' },
  { name: 'place', label: 'register/place' },
  { name: 'legal_basis', label: 'register/legalBasis' },
];

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
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState<Record<Said, string>>({ acquired_by: '', place: '', legal_basis: '' });
  const [at, setAt] = useState(() => wallClock(Date.now(), zone));
  const [tlp, setTlp] = useState<Tlp>('AMBER');
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<ImportForm | null>(null);
  const clock = readWallClock(at, zone);
  const moment =
    clock.kind === 'exact' ? clock.reading.instant : clock.kind === 'ambiguous' ? clock.readings[0].instant : null;
  const seen = useMutation({
    mutationFn: async () => {
      const body: ImportForm = {
        name: file?.name ?? '',
        document: (await file?.text()) ?? '',
        acquired_at: moment ?? '',
        acquired_zone: zone,
        tlp,
        acquired_by: said.acquired_by.trim(),
        place: said.place.trim(),
        legal_basis: said.legal_basis.trim(),
      };
      const preview = await look(jit.id, body);
      setForm(body);
      return preview;
    },
  });
  const made = useMutation({
    mutationFn: () =>
      form && seen.data ? take(jit.id, form, seen.data.token) : Promise.reject(new Error('nothing was looked at')),
    onSuccess: (done) => {
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      notifications.show({
        message: t('caseImport/done', { count: done.items.length, number: done.document.exhibit_number }),
      });
      onImported(done);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (file && moment && SAID.every(({ name }) => said[name].trim())) seen.mutate();
  };
  const back = () => {
    seen.reset();
    made.reset();
    setForm(null);
  };
  const theirs = (name: string) =>
    seen.error instanceof Problem ? seen.error.fields.find(({ field }) => field === name)?.message : undefined;
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
          <ProblemNotice error={made.error} />
          <Group justify="flex-end" gap="xs" className={classes['foot'] ?? ''}>
            <Button variant="default" onClick={back}>
              {t('caseImport/back')}
            </Button>
            <Button loading={made.isPending} disabled={made.isError} onClick={() => made.mutate()}>
              {t('caseImport/confirm', { count: seen.data.exhibits.length })}
            </Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <Text size="sm">{t('caseImport/help')}</Text>
            <FileInput
              required
              clearable
              accept=".json,.jsonld,application/json,application/ld+json"
              leftSection={<IconFileImport size={14} aria-hidden />}
              label={t('caseImport/file')}
              description={t('caseImport/fileHelp')}
              value={file}
              error={theirs('document') ?? (tried && !file ? t('caseImport/needFile') : undefined)}
              onChange={setFile}
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
                value={at}
                error={theirs('acquired_at') ?? (tried && !moment ? t('register/required') : undefined)}
                onChange={(next) => setAt(next)}
              />
              {SAID.map(({ name, label }) => (
                <TextInput
                  key={name}
                  required
                  label={t(label)}
                  maxLength={300}
                  value={said[name]}
                  error={theirs(name) ?? (tried && !said[name].trim() ? t('register/required') : undefined)}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    setSaid((before) => ({ ...before, [name]: value }));
                  }}
                />
              ))}
              <Select
                label={t('register/tlp')}
                allowDeselect={false}
                data={TLPS.map((value) => ({ value, label: t(`tlp/${value}_name`) }))}
                value={tlp}
                onChange={(value) => setTlp(TLPS.find((one) => one === value) ?? tlp)}
              />
            </SimpleGrid>
            <ProblemNotice error={seen.error} />
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
