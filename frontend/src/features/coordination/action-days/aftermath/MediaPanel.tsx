/** The joint press statement: text, embargo and missing approvals. A changed text needs all approvals again. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approveMediaLine,
  mediaLineQuery,
  writeMediaLine,
} from '@/features/coordination/action-days/queries/aftermath';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { MediaLineView, OperationView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { localOf, momentIn } from '@/lib/moment';
import { MomentField } from '@/features/coordination/action-days/list/MomentField';
import { ZoneSelect } from '@/components/fields/ZoneSelect';
import { Words } from '@/components/text/Words';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function MediaPanel({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  const { data: line, error, refetch } = useQuery(mediaLineQuery(jit.id, day.id));
  const [writing, setWriting] = useState(false);
  const show = (now: MediaLineView) => queries.setQueryData(mediaLineQuery(jit.id, day.id).queryKey, now);
  const approve = useMutation({
    mutationFn: () => approveMediaLine(jit.id, day.id, line?.version ?? 0),
    onSuccess: show,
    onError: () => void queries.invalidateQueries({ queryKey: keys.mediaLine(jit.id, day.id) }),
  });
  const state = !line?.text || line.erased['text'] ? null : line.free ? 'free' : line.cleared ? 'embargoed' : 'waits';
  return (
    <Panel
      title={t('aftermath/media')}
      aside={
        state ? (
          <strong className={classes['media']} data-state={state}>
            {t(`mediaState/${state}`)}
          </strong>
        ) : null
      }
    >
      <p className={classes['help']}>{t('aftermath/mediaHelp')}</p>
      <ProblemNotice error={error ?? approve.error} onRetry={() => void refetch()} />
      {line?.text ? (
        <>
          <p className={classes['why']}>
            <Words of={line} name="text">
              {line.text}
            </Words>
          </p>
          <p>
            {t('aftermath/embargo')}{' '}
            {line.embargo_at ? <TwoTimes at={line.embargo_at} zone={line.embargo_zone} /> : null}{' '}
            <span className="dim">· {line.written_by}</span>
          </p>
          {line.erased['text'] ? null : (
            <p className={classes['marks']}>
              {line.approved.map((code) => (
                <span key={code} className={classes['word']} data-word="go">
                  <PartyTag name={partyName(code)} about={t('aftermath/approved')} tone="held" />
                </span>
              ))}
              {line.missing.length > 0 ? (
                <span className="dim">
                  {t('aftermath/missing', { parties: line.missing.map(partyName).join(', ') })}
                </span>
              ) : null}
            </p>
          )}
        </>
      ) : line ? (
        <p className="dim">{t('aftermath/noMedia')}</p>
      ) : null}
      <Group gap="xs">
        {line?.may.approve ? (
          <Button loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('aftermath/approve')}
          </Button>
        ) : null}
        {line?.may.write && !writing ? (
          <Button variant="default" onClick={() => setWriting(true)}>
            {t(line.text ? 'aftermath/rewrite' : 'aftermath/write')}
          </Button>
        ) : null}
      </Group>
      {line && writing ? (
        <Writing
          day={day}
          line={line}
          onClose={() => setWriting(false)}
          onDone={(now) => {
            show(now);
            setWriting(false);
          }}
        />
      ) : null}
    </Panel>
  );
}

function Writing({
  day,
  line,
  onClose,
  onDone,
}: {
  day: OperationView;
  line: MediaLineView;
  onClose: () => void;
  onDone: (now: MediaLineView) => void;
}) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [text, setText] = useState(line.erased['text'] ? '' : (line.text ?? ''));
  const [zone, setZone] = useState(line.embargo_zone ?? day.h_zone);
  const [until, setUntil] = useState(() => localOf(line.embargo_at ?? day.h_at, zone));
  // The entered text stays while another party saves. The user sees that version before saving over it.
  const [began] = useState(line);
  const meanwhile = line.text !== began.text || line.embargo_at !== began.embargo_at;
  const { at } = momentIn(until, zone);
  const save = useMutation({
    mutationFn: () =>
      writeMediaLine(jit.id, day.id, line.version, { text: text.trim(), embargo_at: at ?? '', embargo_zone: zone }),
    onSuccess: onDone,
  });
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        autosize
        minRows={3}
        label={t('aftermath/mediaText')}
        value={text}
        maxLength={10_000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes['pair']}>
        <MomentField required label={t('aftermath/embargo')} value={until} zone={zone} onChange={setUntil} />
        <ZoneSelect label={t('operations/zone')} value={zone} onChange={setZone} />
      </div>
      {meanwhile ? (
        <Notice tone="warn" title={t('aftermath/mediaMeanwhile')}>
          {t('aftermath/mediaMeanwhileHelp')}
        </Notice>
      ) : null}
      <ProblemNotice error={save.error} />
      <Group gap="xs">
        <Button disabled={!text.trim() || !at} loading={save.isPending} onClick={() => save.mutate()}>
          {t('common/save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common/cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
