/** A filter seat's verdict: cleared, or privileged and closed for good. */
import { Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clear, clearanceQuery } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { mayDecide, ReviewFiles } from '@/components/exhibits/ReviewFiles';

export function ClearanceDialog({ seen, onClose }: { seen: EvidenceView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const { data: progress } = useQuery({ ...clearanceQuery(jit.id, seen.id), refetchOnMount: 'always' });
  const { any, pass } = mayDecide(progress);
  const form = useForm<{ verdict: 'cleared' | 'privileged' | null }>({
    initialValues: { verdict: null },
    validate: { verdict: (value) => (value ? null : t('filtering/needVerdict')) },
  });
  const { verdict } = form.values;
  return (
    <ReasonDialog
      title={t('filtering/verdictTitle', { number: seen.exhibit_number })}
      help={t('filtering/verdictHelp')}
      reasonLabel={t('filtering/reason')}
      action={t('filtering/give')}
      danger={verdict === 'privileged'}
      fields={form}
      blocked={progress && !any ? t('reviewed/viewOne') : null}
      onClose={onClose}
      act={(reason) => clear(jit.id, seen, { verdict: verdict ?? 'privileged', reason, files: seen.files_count })}
      onDone={() => {
        for (const key of [keys.exhibit(jit.id, seen.id), keys.custody(jit.id, seen.id), keys.waiting(jit.id)])
          void queries.invalidateQueries({ queryKey: key });
        notifications.show({ message: t('filtering/given') });
        onClose();
      }}
    >
      <Stack gap="sm">
        <ReviewFiles progress={progress} />
        <Radio.Group required label={t('filtering/verdict')} {...form.getInputProps('verdict')}>
          <Stack gap={4} mt={4}>
            <Radio
              size="xs"
              value="cleared"
              label={t('filtering/clear')}
              disabled={!pass}
              description={progress && !pass ? t('reviewed/viewAll', { count: progress.to_view }) : undefined}
            />
            <Radio size="xs" value="privileged" label={t('filtering/keep')} />
          </Stack>
        </Radio.Group>
      </Stack>
    </ReasonDialog>
  );
}
