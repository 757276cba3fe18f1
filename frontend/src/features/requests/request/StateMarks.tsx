/** The state of a request, of an item, and of a deadline, in words. */
import { useTranslation } from 'react-i18next';
import { StateTag } from '@/components/text/StateTag';
import { When } from '@/components/text/When';
import { useTeam } from '@/api/team';
import { distance, isSoon } from '@/lib/due';
import type { DeadlineView, ItemState, RequestState } from './queries';
import { itemToneOf, toneOf, type Progress } from './state';
import classes from './Request.module.css';

export function RequestStateTag({ state }: { state: RequestState }) {
  const { t } = useTranslation();
  return (
    <StateTag tone={toneOf(state)} pending={state === 'DRAFT'}>
      {t(`requestState/${state}`)}
    </StateTag>
  );
}

export function ItemStateTag({ state }: { state: ItemState }) {
  const { t } = useTranslation();
  return (
    <StateTag tone={itemToneOf(state)} pending={state === 'open'}>
      {t(`requestItemState/${state}`)}
    </StateTag>
  );
}

export function Unverified() {
  const { t } = useTranslation();
  return (
    <StateTag tone="warn" pending>
      {t('requests/unverified')}
    </StateTag>
  );
}

/** When a deadline ends and how far away that is. */
export function DeadlineWhen({ clock, now }: { clock: DeadlineView; now: number }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const late =
    clock.late_hours === null
      ? t('requestDeadlines/lateDays', { count: clock.late_days ?? 0 })
      : t('requestDeadlines/lateHours', { count: clock.late_hours });
  const runs = clock.state === 'running' || clock.state === 'missed';
  return (
    <span className={classes['deadline']} data-soon={(runs && isSoon(clock.due_at, now)) || undefined}>
      <span>
        <When at={clock.due_at} form="column" />
      </span>
      <span className={classes['small']}>
        {runs && clock.state === 'running'
          ? t(clock.lapses ? 'requests/lapses' : 'requests/ends', { distance: distance(clock.due_at, now, locale) })
          : clock.state === 'met_late'
            ? late
            : t(`requestDeadline/${clock.state}`)}
      </span>
    </span>
  );
}

/** How far the request for production of preserved data is, while the data can still lapse. */
export function ProductionProgress({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation();
  return progress ? <div className={classes['small']}>{t(`productionProgress/${progress}`)}</div> : null;
}
