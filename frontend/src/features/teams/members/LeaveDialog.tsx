/** A leader declares that the party leaves: shows the consequences first, confirmed by the party's code. */
import { SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { consequencesQuery, leave } from './queries';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Dialog } from '@/components/dialogs/Dialog';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { daySpan, wallClock } from '@/lib/zones';
import { Consequences } from './Consequences';

export function LeaveDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const shown = useQuery(consequencesQuery(jit.id, party.code));
  const endOf = (day: string) => daySpan(undefined, day, zone).until ?? null;
  const form = useForm({
    initialValues: { when: 'day', effective_at: '', confirmation: '' },
    validate: {
      effective_at: (day, { when }) => (when === 'day' && endOf(day) === null ? t('members/needDay') : null),
      confirmation: (typed) => (typed.trim() === party.code ? null : t('leaving/needCode')),
    },
  });
  if (shown.error instanceof Problem && shown.error.code === 'no-leaving-clause')
    return (
      <Dialog onClose={onClose} title={t('leaving/leaveTitle', { party: party.name })}>
        <Notice>{t('leaving/noClause', { party: party.name })}</Notice>
      </Dialog>
    );
  return (
    <ReasonDialog
      title={t('leaving/leaveTitle', { party: party.name })}
      help={t('leaving/leaveHelp')}
      reasonLabel={t('leaving/why')}
      action={t('leaving/leaveNow')}
      fields={form}
      ready={Boolean(shown.data)}
      onClose={onClose}
      act={async (reason) => {
        const { when, effective_at: day, confirmation } = form.getValues();
        try {
          await leave(jit.id, party, {
            reason,
            effective_at: when === 'day' ? endOf(day) : null,
            token: shown.data?.token ?? '',
            confirmation: confirmation.trim(),
          });
        } catch (error) {
          void queries.invalidateQueries({ queryKey: keys.parties(jit.id) });
          void shown.refetch();
          throw error;
        }
      }}
      onDone={() => {
        for (const queryKey of [keys.parties(jit.id), keys.me()]) void queries.invalidateQueries({ queryKey });
        notifications.show({ message: t('leaving/declared', { party: party.name }) });
        onClose();
      }}
    >
      {shown.isFetching ? <Skeleton height={120} role="status" aria-label={t('leaving/asking')} /> : null}
      {shown.error ? <ProblemNotice error={shown.error} onRetry={() => void shown.refetch()} /> : null}
      {shown.data && !shown.isFetching ? (
        <>
          <Notice>{t('leaving/under', { clause: shown.data.clause })}</Notice>
          <Consequences of={shown.data} name={party.name} />
        </>
      ) : null}
      <Stack gap={6}>
        <SegmentedControl
          aria-label={t('leaving/when')}
          data={[
            { value: 'day', label: t('leaving/atDay') },
            { value: 'now', label: t('leaving/atOnce') },
          ]}
          {...form.getInputProps('when')}
        />
        {form.values.when === 'now' ? null : (
          <DateField
            required
            label={t('members/lastDay')}
            description={t('leaving/dayHelp', { zone })}
            min={wallClock(Date.now(), zone).slice(0, 10)}
            {...form.getInputProps('effective_at')}
            value={form.values.effective_at}
          />
        )}
      </Stack>
      <TextInput
        required
        label={t('leaving/typeCode', { code: party.code })}
        classNames={{ input: 'mono' }}
        autoComplete="off"
        {...form.getInputProps('confirmation')}
      />
    </ReasonDialog>
  );
}
