/** Opens an exhibit within the working session without questions; a dialog appears only on refusal. */
import { Button, Group, Loader, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, OpeningView, WorkingSessionView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useImmediateOpening } from './useOpen';

type Props = {
  exhibit: EvidenceView;
  within: WorkingSessionView;
  onAlone: () => void;
  onClose: () => void;
  onOpened: (opening: OpeningView) => void;
};

export function ImmediateOpening({ exhibit, within, onAlone, onClose, onOpened }: Props) {
  const { t } = useTranslation();
  const error = useImmediateOpening(exhibit, within, onOpened);
  return (
    <Dialog onClose={onClose} title={t('work/opening', { number: exhibit.exhibit_number })}>
      <Stack gap="sm">
        {error ? <ProblemNotice error={error} /> : <Loader size="sm" aria-label={t('common/loading')} />}
        {error ? (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button onClick={onAlone}>{t('work/alone')}</Button>
          </Group>
        ) : null}
      </Stack>
    </Dialog>
  );
}
