/** The debriefs of the parties, and the form for the own one. */
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { debriefsQuery, writeDebrief } from '@/features/coordination/action-days/queries/aftermath';
import { useTeam } from '@/api/team';
import type { DebriefView, OperationView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Words } from '@/components/text/Words';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function DebriefsPanel({ day }: { day: OperationView }) {
  const { t } = useTranslation();
  const { jit, seat, may, partyName } = useTeam();
  const debriefs = useQuery(debriefsQuery(jit.id, day.id));
  return (
    <Panel title={t('aftermath/debriefs')}>
      <ProblemNotice error={debriefs.error} onRetry={() => void debriefs.refetch()} />
      <ul className={classes['lines']}>
        {debriefs.data?.items.map((one) => (
          <li key={one.party} className={classes['check']}>
            <PartyTag name={partyName(one.party)} />
            {one.party === seat.party && may('actions:plan') ? (
              <Own day={day} said={one} />
            ) : (
              <span className={one.text ? classes['why'] : 'dim'}>
                <Words of={one} name="text">
                  {one.text ?? t('aftermath/noDebrief')}
                </Words>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The entered text stays while a colleague saves. The user sees the colleague's version before saving over it. */
function Own({ day, said }: { day: OperationView; said: DebriefView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ text: string; of: number } | null>(null);
  const stands = said.erased['text'] ? '' : (said.text ?? '');
  const text = draft?.text ?? stands;
  const save = useMutation({
    mutationFn: (words: string) => writeDebrief(jit.id, day.id, said.version, words),
    onSuccess: (page, words) => {
      queries.setQueryData(debriefsQuery(jit.id, day.id).queryKey, page);
      // Text typed during saving is not saved yet.
      const of = page.items.find(({ party }) => party === said.party)?.version ?? said.version;
      setDraft((now) => (now && now.text.trim() !== words ? { text: now.text, of } : null));
    },
  });
  const changed = draft !== null && text.trim() !== stands;
  return (
    <div>
      {said.erased['text'] ? (
        <Words of={said} name="text">
          {said.text}
        </Words>
      ) : null}
      <Textarea
        autosize
        minRows={2}
        aria-label={t('aftermath/ownDebrief')}
        placeholder={t('aftermath/ownDebrief')}
        value={text}
        maxLength={10_000}
        onChange={(event) => setDraft({ text: event.currentTarget.value, of: draft?.of ?? said.version })}
      />
      {changed && draft.of !== said.version ? (
        <Notice tone="warn" title={t('aftermath/debriefMeanwhile')}>
          <p className={classes['why']}>
            <Words of={said} name="text">
              {said.text}
            </Words>
          </p>
        </Notice>
      ) : null}
      <ProblemNotice error={save.error} />
      {changed && text.trim() ? (
        <Button mt={4} size="compact-xs" loading={save.isPending} onClick={() => save.mutate(text.trim())}>
          {t('common/save')}
        </Button>
      ) : null}
    </div>
  );
}
