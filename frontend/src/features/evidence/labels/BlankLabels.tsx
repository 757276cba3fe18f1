/** Blank labels, printed before a search: codes under which things are registered there. How many, on which paper, and out they come; what was lost is declared void. */
import { Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { makeBlank, type BlankLabelView } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { LostLabels } from './LostLabels';
import { PrintedLabels, type Paper } from './PrintedLabels';
import { VoidLabel } from './VoidLabel';

const MOST = 100;
const SHEET = 24;

export function BlankLabelsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'print' | 'lost'>('print');
  const [lost, setLost] = useState<BlankLabelView | null>(null);
  if (lost) return <VoidLabel label={lost} onClose={() => setLost(null)} />;
  return (
    <Dialog onClose={onClose} title={t('labels/blanksTitle')}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t('labels/ways')}
          value={way}
          onChange={(value) => setWay(value)}
          data={[
            { value: 'print', label: t('labels/wayPrint') },
            { value: 'lost', label: t('labels/wayLost') },
          ]}
        />
        {way === 'print' ? <PrintForm onClose={onClose} /> : <LostLabels onVoid={setLost} />}
      </Stack>
    </Dialog>
  );
}

function PrintForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [count, setCount] = useState<string | number>(SHEET);
  const [paper, setPaper] = useState<Paper>('sheet');
  const many = typeof count === 'number' && count >= 1 && count <= MOST ? count : null;
  const run = useMutation({ mutationFn: () => makeBlank(jit.id, many ?? 1) });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (many) run.mutate();
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('labels/blanksHelp')}
          </Text>
          <NumberInput
            data-autofocus
            label={t('labels/copies')}
            min={1}
            max={MOST}
            allowDecimal={false}
            value={count}
            error={many ? null : t('labels/badCopies', { most: MOST })}
            onChange={setCount}
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
      {run.data ? <PrintedLabels labels={run.data} copies={1} paper={paper} onPrinted={onClose} /> : null}
    </>
  );
}
