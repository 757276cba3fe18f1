/** Hits of a notice, and the dialog that records one. */
import { Button, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { instantOf } from '@/components/sharing/draft';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import { OccurredField } from '@/features/requests/lines/OccurredField';
import { recordHit } from './acts';
import type { NoticeHitForm, NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';
import { useCountries, useNoticeWords } from './useNoticeWords';
import classes from '@/features/requests/request/Request.module.css';

export function HitsPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { country } = useNoticeWords();
  const nameOf = useMemberName();
  const [recording, setRecording] = useState(false);
  return (
    <Panel
      title={t('noticeDetail/hits')}
      aside={
        notice.may.record_hit ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setRecording(true)}>
            {t('noticeDetail/recordHit')}
          </Button>
        ) : null
      }
    >
      {notice.hits.length === 0 ? <p className={classes['none']}>{t('noticeDetail/noHits')}</p> : null}
      <ol className={classes['list']}>
        {notice.hits.map((one) => (
          <li key={one.id} className={classes['line']}>
            <div>
              <strong>{country(one.country)}</strong>
              {one.measure ? ` · ${t(`hitMeasure/${one.measure}`)}` : null}
              <div>{visible(one.what)}</div>
              <div className={classes['small']}>
                {one.place ? `${visible(one.place)} · ` : null}
                <When at={one.occurred_at} form="column" /> · {nameOf(one.seat)}
              </div>
            </div>
          </li>
        ))}
      </ol>
      {recording ? <HitDialog notice={notice} onClose={() => setRecording(false)} /> : null}
    </Panel>
  );
}

type Values = {
  country: string | null;
  place: string;
  measure: NoticeHitForm['measure'];
  what: string;
  occurred_at: string;
};

function HitDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const countries = useCountries();
  const changed = useChangedNotice();
  const form = useForm<Values>({
    initialValues: { country: null, place: '', measure: null, what: '', occurred_at: '' },
    validate: {
      country: (value) => (value ? null : t('requestForm/needCountry')),
      what: (value) => (value.trim() ? null : t('noticeDetail/needWhat')),
      occurred_at: (value) => (value === '' || instantOf(value, zone) ? null : t('common/needDateTime')),
    },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ country, place, measure, what, occurred_at }: Values) =>
      recordHit(jit.id, notice.id, {
        country: country ?? '',
        place: place.trim() || null,
        measure: measure ?? null,
        what: what.trim(),
        occurred_at: occurred_at ? instantOf(occurred_at, zone) : null,
      }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('noticeDetail/recordHit')}
      action={t('noticeDetail/recordHit')}
      pending={run.isPending}
      problem={problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      {notice.kind === 'RED' ? (
        <Text size="sm" c="dimmed">
          {t('noticeDetail/redHit')}
        </Text>
      ) : null}
      <Select
        required
        searchable
        data-autofocus
        label={t('requestDetail/country')}
        data={countries}
        {...form.getInputProps('country')}
      />
      <TextInput label={t('noticeDetail/place')} maxLength={300} {...form.getInputProps('place')} />
      <Select
        clearable
        label={t('noticeDetail/measure')}
        data={(['arrest', 'watch', 'restriction'] as const).map((value) => ({
          value,
          label: t(`hitMeasure/${value}`),
        }))}
        {...form.getInputProps('measure')}
      />
      <Textarea required autosize minRows={2} label={t('noticeDetail/what')} {...form.getInputProps('what')} />
      <OccurredField
        value={form.values.occurred_at}
        error={form.errors['occurred_at']}
        onChange={(value) => form.setFieldValue('occurred_at', value)}
      />
    </FormDialog>
  );
}
