/** Imports an allocation table: choose the file, see its rows or faults, then replace the table. */
import { Button, FileInput, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { preview, replaceTable, tablesQuery, type AllocationPreviewView, type TableKind } from './queries';
import classes from './Allocations.module.css';

/** First lines of the files, as docs/identifiers.md describes them. */
const HEADERS = { networks: 'network,country,provider', domains: 'domain,country,provider' };

export function ImportTableDialog({ table, onClose }: { table: TableKind; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [source, setSource] = useState('');
  const reading = useMutation({
    mutationFn: async (file: File) => ({ file, seen: await preview(table, file) }),
  });
  const run = useMutation({
    mutationFn: (file: File) => replaceTable(table, file, source.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: tablesQuery().queryKey });
      notifications.show({ message: t('allocations/done') });
      onClose();
    },
  });
  const found = reading.data;
  const rows = found && found.seen.fault_count === 0 ? found.seen.row_count : 0;
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t('allocations/importOf', { table: t(`allocationKind/${table}`) })}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('allocations/importHelp')}</Text>
        <Text size="sm" className="mono">
          {HEADERS[table]}
        </Text>
        <FileInput
          data-autofocus
          label={t('allocations/file')}
          placeholder={t('reference/chooseFile')}
          accept="text/csv,.csv"
          onChange={(chosen) => {
            run.reset();
            if (chosen) reading.mutate(chosen);
            else reading.reset();
          }}
        />
        <TextInput
          required
          label={t('allocations/source')}
          description={t('allocations/sourceHelp')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <ProblemNotice error={reading.error} title={t('reference/fileRefused')} />
        {found ? <Preview seen={found.seen} /> : null}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            disabled={rows === 0 || !source.trim()}
            loading={run.isPending || reading.isPending}
            onClick={() => (found ? run.mutate(found.file) : undefined)}
          >
            {t('allocations/replace')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Preview({ seen }: { seen: AllocationPreviewView }) {
  const { t } = useTranslation();
  if (seen.fault_count === 0) return <Notice>{t('allocations/contains', { count: seen.row_count })}</Notice>;
  return (
    <Notice tone="bad" title={t('allocations/faults', { count: seen.fault_count })}>
      <ul className={classes['faults']}>
        {seen.faults.map((one) => (
          <li key={`${String(one.line)} ${one.column} ${one.reason}`}>
            {t('allocations/fault', { line: one.line, column: one.column })}
            {t('common/colon')}
            {one.reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
