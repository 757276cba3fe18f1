/** Links of a notice: the request for arrest or extradition on which it rests, and its exhibits. */
import { Button, Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { ExhibitLine, RemoveLink } from '@/features/requests/lines/ExhibitLine';
import { requestsQuery, type RequestState } from '@/features/requests/request/queries';
import { RequestStateTag } from '@/features/requests/request/StateMarks';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { linkExhibit, linkWarrant, unlinkExhibit, unlinkWarrant } from './acts';
import type { ExhibitKind, NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';
import classes from '@/features/requests/request/Request.module.css';

const KINDS = ['warrant', 'photograph', 'fingerprints', 'dna', 'document', 'form', 'answer'] as const;

export function WarrantPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const [linking, setLinking] = useState(false);
  const run = useMutation({ mutationFn: () => unlinkWarrant(jit.id, notice.id), onSuccess: changed });
  const { warrant } = notice;
  if (warrant === null && notice.kind !== 'RED') return null;
  return (
    <Panel
      title={t('noticeDetail/warrant')}
      aside={
        notice.may.work && warrant === null ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setLinking(true)}>
            {t('noticeDetail/linkWarrant')}
          </Button>
        ) : null
      }
    >
      {warrant === null ? (
        <p className={classes['none']}>{t('noticeDetail/noWarrant')}</p>
      ) : (
        <div className={classes['line']}>
          <Link
            to="/jits/$jit/requests/$request"
            params={{ jit: jit.id, request: warrant.id }}
            className={`${classes['link'] ?? ''} mono`}
          >
            {warrant.number}
          </Link>
          <RequestStateTag state={warrant.state as RequestState} />
          {notice.may.work && notice.state !== 'checked' ? (
            <RemoveLink
              label={t('noticeDetail/unlinkWarrant', { number: warrant.number })}
              onClick={() => run.mutate()}
            />
          ) : null}
        </div>
      )}
      <ProblemNotice error={run.error} />
      {linking ? <WarrantDialog notice={notice} onClose={() => setLinking(false)} /> : null}
    </Panel>
  );
}

export function ExhibitsPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const [linking, setLinking] = useState(false);
  const run = useMutation({
    mutationFn: (evidence: string) => unlinkExhibit(jit.id, notice.id, evidence),
    onSuccess: changed,
  });
  return (
    <Panel
      title={t('noticeDetail/exhibits')}
      aside={
        notice.may.work ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setLinking(true)}>
            {t('noticeDetail/linkExhibit')}
          </Button>
        ) : null
      }
    >
      {notice.exhibits.length === 0 ? <p className={classes['none']}>{t('noticeDetail/noExhibits')}</p> : null}
      <ul className={classes['list']}>
        {notice.exhibits.map((one) => (
          <ExhibitLine
            key={one.evidence}
            evidence={one.evidence}
            title={one.title}
            number={one.number}
            detail={t(`noticeExhibit/${one.kind}`)}
            remove={notice.may.work && notice.state !== 'checked' ? () => run.mutate(one.evidence) : null}
            label={t('noticeDetail/unlinkExhibit', { title: visible(one.title) })}
          />
        ))}
      </ul>
      <ProblemNotice error={run.error} />
      {linking ? <ExhibitDialog notice={notice} onClose={() => setLinking(false)} /> : null}
    </Panel>
  );
}

type DialogProps = { notice: NoticeView; onClose: () => void };

function WarrantDialog({ notice, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { title } = useRequestWords();
  const changed = useChangedNotice();
  const list = useInfiniteQuery(requestsQuery(jit.id, { direction: 'out' }));
  const requests = (list.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ level }) => level === 'own');
  const form = useForm<{ request: string | null }>({
    initialValues: { request: null },
    validate: { request: (value) => (value ? null : t('noticeDetail/needRequest')) },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ request }: { request: string | null }) => linkWarrant(jit.id, notice.id, request ?? ''),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('noticeDetail/linkWarrant')}
      action={t('noticeDetail/linkWarrant')}
      pending={run.isPending}
      problem={list.error ?? problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('noticeDetail/warrantHelp')}
      </Text>
      <Select
        required
        searchable
        data-autofocus
        label={t('noticeDetail/request')}
        nothingFoundMessage={t(list.isPending ? 'common/loading' : 'noticeDetail/noRequest')}
        data={requests.map((one) => ({ value: one.id, label: `${one.number} · ${title(one)}` }))}
        {...form.getInputProps('request')}
      />
    </FormDialog>
  );
}

type Values = { evidence: string | null; kind: ExhibitKind };

function ExhibitDialog({ notice, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const form = useForm<Values>({
    initialValues: { evidence: null, kind: notice.kind === 'RED' ? 'warrant' : 'photograph' },
    validate: { evidence: (value) => (value ? null : t('requestDetail/needExhibit')) },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ evidence, kind }: Values) => linkExhibit(jit.id, notice.id, { evidence: evidence ?? '', kind }),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('noticeDetail/linkExhibit')}
      action={t('noticeDetail/linkExhibit')}
      pending={run.isPending}
      problem={problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm" c="dimmed">
        {t('noticeDetail/exhibitHelp')}
      </Text>
      <ExhibitPicker
        label={t('requestDetail/exhibit')}
        value={form.values.evidence}
        error={form.errors['evidence']}
        onChange={(id) => form.setFieldValue('evidence', id)}
      />
      <Select
        allowDeselect={false}
        label={t('noticeDetail/exhibitKind')}
        data={KINDS.map((value) => ({ value, label: t(`noticeExhibit/${value}`) }))}
        {...form.getInputProps('kind')}
      />
    </FormDialog>
  );
}
