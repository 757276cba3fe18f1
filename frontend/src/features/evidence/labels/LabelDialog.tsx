/** Printing labels of exhibits, on a sheet or on a label printer's roll. Anybody may read a label: it bears no title. */
import { Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { make } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceSummary } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { PrintedLabels, type Paper } from './PrintedLabels';

const MOST = 100;

type Props = { exhibits: readonly Pick<EvidenceSummary, 'id' | 'exhibit_number'>[]; onClose: () => void };

export function LabelDialog({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [copies, setCopies] = useState<string | number>(1);
  const [paper, setPaper] = useState<Paper>('single');
  const count = typeof copies === 'number' && copies >= 1 && copies <= MOST ? copies : null;
  const run = useMutation({
    mutationFn: () =>
      make(
        jit.id,
        exhibits.map(({ id }) => id),
        count ?? 1,
      ),
    onSuccess: () => {
      for (const { id } of exhibits) void queries.invalidateQueries({ queryKey: keys.custody(jit.id, id) });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (count) run.mutate();
  };
  return (
    <Dialog
      onClose={onClose}
      title={
        exhibits.length === 1
          ? t('labels/title', { number: exhibits[0]?.exhibit_number ?? '' })
          : t('labels/titleMany', { count: exhibits.length })
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('labels/help')}
          </Text>
          <NumberInput
            data-autofocus
            label={t('labels/copies')}
            min={1}
            max={MOST}
            allowDecimal={false}
            value={copies}
            error={count ? null : t('labels/badCopies', { most: MOST })}
            onChange={setCopies}
          />
          <SegmentedControl
            aria-label={t('labels/paper')}
            value={paper}
            onChange={(value) => setPaper(value)}
            data={[
              { value: 'single', label: t('labels/single') },
              { value: 'sheet', label: t('labels/sheet') },
            ]}
          />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending} disabled={run.isSuccess}>
              {t('labels/print')}
            </Button>
          </Group>
        </Stack>
      </form>
      {run.data ? <PrintedLabels labels={run.data} copies={count ?? 1} paper={paper} onPrinted={onClose} /> : null}
    </Dialog>
  );
}
