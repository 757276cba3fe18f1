/** Imports files of reference data: choose them, see what they change value by value, choose, import. */
import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { Differences } from './Differences';
import { packOf, UnreadableFileError, type Chosen } from './pack';
import { importPack, previewImport, referenceKey, type ReferenceKind, type ReferencePreviewView } from './queries';

type Seen = { chosen: Chosen; seen: ReferencePreviewView };

async function read(files: readonly File[]): Promise<Seen> {
  const chosen = await packOf(files);
  return { chosen, seen: await previewImport({ pack: chosen.pack }) };
}

/** Names of the differences that are imported unless the operator chooses otherwise. */
const proposed = ({ records }: ReferencePreviewView) =>
  new Set(records.flatMap(({ differences }) => differences.flatMap((one) => (one.protected ? [] : [one.name]))));

export function ImportDialog({
  onClose,
  onImported,
}: {
  onClose: () => void;
  onImported: (kind: ReferenceKind) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const reading = useMutation({ mutationFn: read, onSuccess: ({ seen }) => setTaken(proposed(seen)) });
  const run = useMutation({
    mutationFn: ({ chosen, seen }: Seen) => {
      const all = seen.records.flatMap(({ differences }) => differences);
      return importPack({
        pack: chosen.pack,
        digest: seen.digest,
        keep: all.filter(({ name }) => !taken.has(name)).map(({ name }) => name),
        replace: all.filter((one) => one.protected && taken.has(one.name)).map(({ name }) => name),
      });
    },
    onSuccess: async (_, { seen }) => {
      await queries.invalidateQueries({ queryKey: referenceKey });
      notifications.show({ message: t('reference/imported') });
      const first = seen.records[0];
      if (first) onImported(first.kind);
      onClose();
    },
  });
  const choose = (next: File[]) => {
    setFiles(next);
    run.reset();
    if (next.length > 0) reading.mutate(next);
    else reading.reset();
  };
  const found = reading.data;
  const outdated = run.error instanceof Problem && run.error.code === 'import-changed';
  return (
    <Dialog onClose={onClose} size="xl" title={t('reference/importTitle')} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{t('reference/importHelp')}</Text>
        <FileInput
          data-autofocus
          multiple
          label={t('reference/file')}
          placeholder={t('reference/chooseFile')}
          accept="application/json,.json"
          value={files}
          onChange={choose}
        />
        <Refused error={reading.error} />
        {found ? <Differences seen={found.seen} taken={taken} onTake={setTaken} /> : null}
        <ProblemNotice error={run.error} onRetry={outdated ? () => choose(files) : undefined} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            disabled={!found || taken.size === 0}
            loading={run.isPending || reading.isPending}
            onClick={() => (found ? run.mutate(found) : undefined)}
          >
            {t('reference/importCount', { count: taken.size })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** Why the files are not imported, with the file and the place of each error. */
function Refused({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (error instanceof UnreadableFileError)
    return <Notice tone="bad">{t(`reference/${error.why}`, { file: visible(error.file) })}</Notice>;
  if (!(error instanceof Problem) || error.fields.length === 0)
    return <ProblemNotice error={error} title={t('reference/fileRefused')} />;
  return (
    <Notice tone="bad" title={t('reference/fileRefused')}>
      <ul>
        {error.fields.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {visible(field.replace(/^pack\./, ''))}
            {t('common/colon')}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
