/** A leader declares that its party leaves: what follows is shown first, and declared as it was shown, confirmed by the party's code. */
import { SegmentedControl, Skeleton, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consequencesQuery, leave } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { PartyView } from '@/api/views';
import { DateField } from '@/components/fields/DateField';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { daySpan, wallClock } from '@/lib/zones';
import { Consequences } from './Consequences';

export function LeaveDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const shown = useQuery(consequencesQuery(jit.id, party.code));
  const [now, setNow] = useState(false);
  const [day, setDay] = useState('');
  const [typed, setTyped] = useState('');
  const at = now ? null : (daySpan(undefined, day, zone).until ?? null);
  const same = typed.trim() === party.code;
  return (
    <ReasonDialog
      title={t('leaving/leaveTitle', { party: party.name })}
      help={t('leaving/leaveHelp')}
      reasonLabel={t('leaving/why')}
      action={t('leaving/leaveNow')}
      ready={Boolean(shown.data) && same && (now || at !== null)}
      onClose={onClose}
      act={async (reason) => {
        try {
          await leave(jit.id, party, {
            reason,
            effective_at: at,
            token: shown.data?.token ?? '',
            confirmation: typed.trim(),
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
      {(tried) => (
        <>
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
              value={now ? 'now' : 'day'}
              onChange={(value) => setNow(value === 'now')}
              data={[
                { value: 'day', label: t('leaving/atDay') },
                { value: 'now', label: t('leaving/atOnce') },
              ]}
            />
            {now ? null : (
              <DateField
                required
                label={t('members/lastDay')}
                description={t('leaving/dayHelp', { zone })}
                min={wallClock(Date.now(), zone).slice(0, 10)}
                value={day}
                error={tried && at === null ? t('members/needDay') : null}
                onChange={(next) => setDay(next)}
              />
            )}
          </Stack>
          <TextInput
            required
            label={t('leaving/typeCode', { code: party.code })}
            classNames={{ input: 'mono' }}
            autoComplete="off"
            value={typed}
            error={tried && !same ? t('leaving/needCode') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      )}
    </ReasonDialog>
  );
}
