/** Blank labels: prints codes before a search, under which items are registered there, and declares lost ones void. */
import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeBlank, type BlankLabelView } from './queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { LabelPrintForm } from './LabelPrintForm';
import { LostLabels } from './LostLabels';
import { VoidLabel } from './VoidLabel';

/** Labels on a sheet. */
const SHEET = 24;

export function BlankLabelsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
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
        {way === 'print' ? (
          <LabelPrintForm
            help={t('labels/blanksHelp')}
            suggested={{ count: SHEET, paper: 'sheet' }}
            make={(count) => makeBlank(jit.id, count)}
            onClose={onClose}
          />
        ) : (
          <LostLabels onVoid={setLost} />
        )}
      </Stack>
    </Dialog>
  );
}
