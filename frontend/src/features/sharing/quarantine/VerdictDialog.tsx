/** The verdict: every point in order, or refused; why. What waits for it is let in or given up. */
import { Checkbox, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { verificationQuery, verify } from './queries';
import { POINTS, type Point } from '@/api/views';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { mayDecide, ReviewFiles } from '@/components/exhibits/ReviewFiles';

type Seen = { id: string; exhibit_number: string; version: number; files_count: number };

export function VerdictDialog({ seen, onClose, onDone }: { seen: Seen; onClose: () => void; onDone?: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const { data: progress } = useQuery({ ...verificationQuery(jit.id, seen.id), refetchOnMount: 'always' });
  const { any, pass } = mayDecide(progress);
  const form = useForm<{ verdict: 'passed' | 'refused' | null; checklist: Point[] }>({
    initialValues: { verdict: null, checklist: [] },
    validate: {
      verdict: (verdict) => (verdict === null ? t('verifications/needVerdict') : null),
      checklist: (points, { verdict }) =>
        verdict === 'passed' && points.length < POINTS.length ? t('verifications/needAll') : null,
    },
  });
  const { verdict } = form.values;
  return (
    <ReasonDialog
      title={t('verifications/verdictTitle', { number: seen.exhibit_number })}
      help={t('verifications/verdictHelp')}
      reasonLabel={t('verifications/reason')}
      action={t('verifications/give')}
      danger={verdict === 'refused'}
      fields={form}
      blocked={progress && !any ? t('reviewed/viewOne') : null}
      onClose={onClose}
      act={(reason) =>
        verify(jit.id, seen, {
          verdict: verdict ?? 'refused',
          checklist: POINTS.filter((one) => form.values.checklist.includes(one)),
          reason,
          files: seen.files_count,
        })
      }
      onDone={() => {
        for (const key of [keys.quarantined(jit.id), keys.pool(jit.id), keys.exhibit(jit.id, seen.id)])
          void queries.invalidateQueries({ queryKey: key });
        notifications.show({
          message: t(verdict === 'passed' ? 'verifications/passedDone' : 'verifications/refusedDone', {
            number: seen.exhibit_number,
          }),
        });
        onClose();
        onDone?.();
      }}
    >
      <Stack gap="sm">
        <ReviewFiles progress={progress} />
        <Checkbox.Group label={t('verifications/checklist')} {...form.getInputProps('checklist')}>
          <Stack gap={4} mt={4}>
            {POINTS.map((point) => (
              <Checkbox key={point} size="xs" value={point} label={t(`point/${point}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group required label={t('verifications/verdict')} {...form.getInputProps('verdict')}>
          <Stack gap={4} mt={4}>
            <Radio
              size="xs"
              value="passed"
              label={t('verifications/pass')}
              disabled={!pass}
              description={progress && !pass ? t('reviewed/viewAll', { count: progress.to_view }) : undefined}
            />
            <Radio size="xs" value="refused" label={t('verifications/refuse')} />
          </Stack>
        </Radio.Group>
      </Stack>
    </ReasonDialog>
  );
}
