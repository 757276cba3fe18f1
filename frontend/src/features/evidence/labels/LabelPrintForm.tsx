/** The form that prints labels: their number and the paper. The print dialog opens once the server has recorded them. */
import { Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { PrintedLabels, type Paper, type PrintedLabel } from './PrintedLabels';

const MOST = 100;

type Props = {
  help: string;
  /** The suggested number and paper. */
  suggested: { count: number; paper: Paper };
  /** Records the labels and returns them. */
  make: (count: number) => Promise<readonly PrintedLabel[]>;
  /** The number is that of the copies of each label, not that of the labels. */
  eachCopied?: boolean;
  onMade?: () => void;
  onClose: () => void;
};

export function LabelPrintForm({ help, suggested, make, eachCopied = false, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<string | number>(suggested.count);
  const [paper, setPaper] = useState<Paper>(suggested.paper);
  const count = typeof entered === 'number' && entered >= 1 && entered <= MOST ? entered : null;
  const run = useMutation({ mutationFn: () => make(count ?? 1), onSuccess: onMade });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (count) run.mutate();
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {help}
          </Text>
          <NumberInput
            data-autofocus
            label={t('labels/copies')}
            min={1}
            max={MOST}
            allowDecimal={false}
            value={entered}
            error={count ? null : t('labels/badCopies', { most: MOST })}
            onChange={setEntered}
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
      {run.data ? (
        <PrintedLabels labels={run.data} copies={eachCopied ? (count ?? 1) : 1} paper={paper} onPrinted={onClose} />
      ) : null}
    </>
  );
}
