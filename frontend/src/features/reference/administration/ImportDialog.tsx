/** Imports a JSON file of reference data: choose it, see what it adds and changes, import all of it. */
import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { en } from '@/i18n/en';
import {
  importFile,
  previewImport,
  referenceKey,
  type ReferenceFile,
  type ReferenceImportView,
  type ReferenceKind,
} from './queries';
import classes from './Reference.module.css';

class NoJsonError extends Error {}

type Seen = { file: ReferenceFile; seen: ReferenceImportView };

async function read(chosen: File): Promise<Seen> {
  let file: ReferenceFile;
  try {
    file = JSON.parse(await chosen.text()) as ReferenceFile;
  } catch {
    throw new NoJsonError();
  }
  return { file, seen: await previewImport(file) };
}

export function ImportDialog({
  onClose,
  onImported,
}: {
  onClose: () => void;
  onImported: (kind: ReferenceKind) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reading = useMutation({ mutationFn: read });
  const run = useMutation({
    mutationFn: (file: ReferenceFile) => importFile(file),
    onSuccess: async (_, file) => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      notifications.show({ message: t('reference/imported') });
      onImported(file.kind);
      onClose();
    },
  });
  const found = reading.data;
  const changing = found?.seen.records.filter(({ state }) => state !== 'unchanged').length ?? 0;
  return (
    <Dialog onClose={onClose} size="lg" title={t('reference/importTitle')} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{t('reference/importHelp')}</Text>
        <FileInput
          data-autofocus
          label={t('reference/file')}
          placeholder={t('reference/chooseFile')}
          accept="application/json,.json"
          onChange={(chosen) => {
            run.reset();
            if (chosen) reading.mutate(chosen);
            else reading.reset();
          }}
        />
        {reading.error instanceof NoJsonError ? (
          <Notice tone="bad">{t('reference/fileNoJson')}</Notice>
        ) : (
          <ProblemNotice error={reading.error} title={t('reference/fileRefused')} />
        )}
        {found ? <Preview {...found} /> : null}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            disabled={changing === 0}
            loading={run.isPending || reading.isPending}
            onClick={() => (found ? run.mutate(found.file) : undefined)}
          >
            {t('reference/importCount', { count: changing })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const known = (name: string): name is keyof typeof en.referenceValue => Object.hasOwn(en.referenceValue, name);

function Preview({ file, seen }: Seen) {
  const { t } = useTranslation();
  const of = (state: string) => seen.records.filter((one) => one.state === state);
  const named = (field: string) => {
    const [name = '', part] = field.split('.');
    const property = known(name) ? t(`referenceValue/${name}`) : name;
    return part === undefined ? property : `${property} (${/^\d+$/.test(part) ? String(Number(part) + 1) : part})`;
  };
  return (
    <Notice title={t(`referenceKind/${file.kind}`)}>
      <ul className={classes['scroll']}>
        {of('added').map(({ key }) => (
          <li key={key}>{t('reference/willAdd', { key })}</li>
        ))}
        {of('changed').map(({ key, differences }) => (
          <li key={key}>
            {t('reference/willChange', { key, fields: differences.map(({ field }) => named(field)).join(', ') })}
          </li>
        ))}
        <li>{t('reference/willKeep', { count: of('unchanged').length })}</li>
      </ul>
    </Notice>
  );
}
