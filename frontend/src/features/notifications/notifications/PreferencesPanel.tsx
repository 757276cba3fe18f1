/** How one wants to be told beside the page: by e-mail or not, what at once, once a day, and at which hours not. */
import { Checkbox, Select, Skeleton, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { prefer, preferencesQuery } from './queries';
import { keys } from '@/api/queries';
import type { PreferencesForm, PreferencesView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from './Notices.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

export function PreferencesPanel() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const read = useQuery(preferencesQuery());
  const save = useMutation({
    mutationFn: ({ now, change }: { now: PreferencesView; change: Partial<PreferencesForm> }) =>
      prefer({ ...formOf(now), ...change }, now.version),
    onSuccess: (now) => queries.setQueryData(preferencesQuery().queryKey, now),
    // Another window was faster: what it says is shown, and the choice can be made again.
    onError: () => void queries.invalidateQueries({ queryKey: keys.noticePreferences() }),
  });
  const now = read.data;
  return (
    <Panel
      title={t('notices/preferences')}
      aside={<span role="status">{save.isSuccess ? t('account/saved') : ''}</span>}
    >
      <div className={classes['fields']}>
        {read.isPending ? <Skeleton height={80} role="status" aria-label={t('common/loading')} /> : null}
        <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
        {now && !now.available ? <Notice>{t('notices/noMail')}</Notice> : null}
        {now?.available ? <Fields now={now} onChange={(change) => save.mutate({ now, change })} /> : null}
        <ProblemNotice error={save.error} />
      </div>
    </Panel>
  );
}

function formOf({
  by_mail,
  threshold,
  digest_hour,
  quiet_from,
  quiet_to,
  urgent_passes,
}: PreferencesView): PreferencesForm {
  return { by_mail, threshold, digest_hour, quiet_from, quiet_to, urgent_passes };
}

function Fields({ now, onChange }: { now: PreferencesView; onChange: (change: Partial<PreferencesForm>) => void }) {
  const { t } = useTranslation();
  const quiet = now.quiet_from !== null;
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
  return (
    <>
      <Switch
        label={t('notices/byMail', { email: now.email })}
        description={t('notices/byMailHelp')}
        checked={now.by_mail}
        onChange={(event) => onChange({ by_mail: event.currentTarget.checked })}
      />
      {now.by_mail ? (
        <>
          <Select
            label={t('notices/atOnce')}
            allowDeselect={false}
            value={now.threshold ?? 'none'}
            onChange={(value) => onChange({ threshold: value === 'none' ? null : value })}
            data={(['now', 'today', 'whenever', 'none'] as const).map((value) => ({
              value,
              label: t(`notices/threshold/${value}`),
            }))}
          />
          <Select
            label={t('notices/digest')}
            description={t('notices/zone', { zone: now.time_zone })}
            allowDeselect={false}
            value={now.digest_hour === null ? '' : String(now.digest_hour)}
            onChange={(value) => onChange({ digest_hour: value ? Number(value) : null })}
            data={[
              { value: '', label: t('notices/noDigest') },
              ...HOURS.map((value) => ({ value: String(value), label: hour(value) })),
            ]}
          />
          <Switch
            label={t('notices/quiet')}
            checked={quiet}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? { quiet_from: '20:00', quiet_to: '07:00' }
                  : { quiet_from: null, quiet_to: null, urgent_passes: false },
              )
            }
          />
          {quiet ? (
            <>
              <div className={classes['hours']}>
                <ClockInput
                  key={`from${now.quiet_from ?? ''}`}
                  label={t('notices/from')}
                  value={now.quiet_from ?? ''}
                  not={now.quiet_to}
                  onChange={(quiet_from) => onChange({ quiet_from })}
                />
                <ClockInput
                  key={`to${now.quiet_to ?? ''}`}
                  label={t('notices/to')}
                  value={now.quiet_to ?? ''}
                  not={now.quiet_from}
                  onChange={(quiet_to) => onChange({ quiet_to })}
                />
              </div>
              <Checkbox
                label={t('notices/urgentPasses')}
                checked={now.urgent_passes}
                onChange={(event) => onChange({ urgent_passes: event.currentTarget.checked })}
              />
            </>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** A time of day, kept once one leaves it. */
function ClockInput({
  label,
  value,
  not,
  onChange,
}: {
  label: string;
  value: string;
  not: string | null;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      type="time"
      label={label}
      defaultValue={value}
      required
      onBlur={(event) => {
        const told = event.currentTarget.value;
        if (CLOCK.test(told) && told !== value && told !== not) onChange(told);
        else event.currentTarget.value = value;
      }}
    />
  );
}
