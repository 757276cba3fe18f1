/** Whether the plan of a running action day opens without a network; and how old its state is while there is none. */
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { OperationView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { age } from '@/lib/format';
import { fullTime } from '@/lib/time';
import { useLive } from '@/realtime/LiveProvider';
import { useSavedDay } from './useSavedDay';

/** A connection that opens within this time is not reported as missing. */
const PATIENCE_MS = 10_000;

export function SavedLine({ day, now }: { day: OperationView; now: number }) {
  const { t } = useTranslation();
  const { locale, zone } = useTeam();
  const { online } = useNetwork();
  const { state } = useLive();
  const { kept, at } = useSavedDay(day.id, 'plan');
  const old = now - at;
  if (day.state !== 'live') return null;
  if (!online || (state !== 'live' && old > PATIENCE_MS))
    return (
      <Notice tone="warn">
        {t('savedDay/age', {
          when: fullTime(new Date(at).toISOString(), zone, locale),
          age: age(old / 1000, locale),
        })}
      </Notice>
    );
  return (
    <p className="dim" role="status">
      {t(kept ? 'savedDay/saved' : 'savedDay/unsaved')}
    </p>
  );
}
