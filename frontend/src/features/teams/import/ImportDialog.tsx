/** The coordinator proposes members from a CSV file: choose, check every row, propose all. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ChooseFile } from './ChooseFile';
import { Codes } from './Codes';
import { EncodingError, textOf } from './csv';
import { PreviewTable } from './PreviewTable';
import { importAll, preview } from './queries';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [noted, setNoted] = useState(false);
  const read = useMutation({
    mutationFn: async (file: File) => {
      const csv = await textOf(file);
      return { csv, seen: await preview(jit.id, csv) };
    },
  });
  const run = useMutation({
    mutationFn: (csv: string) => importAll(jit.id, csv),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: keys.members(jit.id) });
      if (made.some((one) => one.one_time_code)) return;
      notifications.show({
        title: t('memberImport/imported', { count: made.length }),
        message: t('memberImport/importedHelp'),
      });
      onClose();
    },
  });
  const codes = run.data?.filter((one) => one.one_time_code) ?? [];
  const seen = read.data?.seen;
  const wrong = seen?.rows.filter(({ problems }) => problems.length > 0).length ?? 0;
  const usable = seen !== undefined && seen.problems.length === 0;
  const leave = () => (codes.length === 0 || noted ? onClose() : undefined);
  return (
    <Dialog onClose={leave} title={t('memberImport/title')} size="xl" closeOnClickOutside={false}>
      {codes.length > 0 ? (
        <Stack gap="sm">
          <Notice tone="good" title={t('memberImport/imported', { count: run.data?.length ?? 0 })}>
            {t('memberImport/importedHelp')}
          </Notice>
          <Codes
            people={codes.map((one) => ({ ...one, one_time_code: one.one_time_code ?? '' }))}
            noted={noted}
            onNoted={setNoted}
          />
          <Group justify="flex-end">
            <Button disabled={!noted} onClick={onClose}>
              {t('common/close')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="sm">
          {usable ? (
            <>
              {wrong > 0 ? (
                <Notice tone="bad" title={t('memberImport/wrong', { count: wrong })}>
                  {t('memberImport/wrongHelp')}
                </Notice>
              ) : (
                <Notice tone="good" title={t('memberImport/rows', { count: seen.rows.length })}>
                  {t('memberImport/ready')}
                </Notice>
              )}
              <PreviewTable rows={seen.rows} />
            </>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t('memberImport/help')}
              </Text>
              <ChooseFile busy={read.isPending} onFile={read.mutate} />
            </>
          )}
          {seen && seen.problems.length > 0 ? (
            <Notice tone="bad" title={t('memberImport/fileProblems')}>
              {seen.problems.map((one) => (
                <div key={`${one.field} ${one.message}`}>
                  {one.field === 'file'
                    ? one.message
                    : t('memberImport/field', { field: one.field, message: one.message })}
                </div>
              ))}
            </Notice>
          ) : null}
          {read.error instanceof EncodingError ? (
            <Notice tone="bad">{t('memberImport/encoding')}</Notice>
          ) : (
            <ProblemNotice error={read.error} />
          )}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            {usable ? (
              <Button
                variant="default"
                onClick={() => {
                  run.reset();
                  read.reset();
                }}
              >
                {t('memberImport/other')}
              </Button>
            ) : null}
            {usable && wrong === 0 ? (
              <Button loading={run.isPending} onClick={() => run.mutate(read.data?.csv ?? '')}>
                {t('memberImport/import', { count: seen.rows.length })}
              </Button>
            ) : null}
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
