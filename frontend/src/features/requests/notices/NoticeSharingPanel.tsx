/** To which parties a notice was released; a leader of its party changes that. */
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { endSharing, share } from './acts';
import type { NoticeReleaseView, NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';
import classes from '@/features/requests/request/Request.module.css';

export function NoticeSharingPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const changed = useChangedNotice();
  const [sharing, setSharing] = useState(false);
  const [ending, setEnding] = useState<NoticeReleaseView | null>(null);
  return (
    <Panel
      title={t('requestDetail/sharing')}
      aside={
        notice.may.release ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setSharing(true)}>
            {t('noticeDetail/share')}
          </Button>
        ) : null
      }
    >
      {notice.releases.length === 0 ? (
        <p className={classes['none']}>{t('noticeDetail/notShared', { party: partyName(notice.party) })}</p>
      ) : null}
      <ul className={classes['list']}>
        {notice.releases.map((one) => (
          <li key={one.party} className={classes['line']}>
            <div>
              {partyName(one.party)}
              <div className={classes['small']}>
                {nameOf(one.released_by)} · <When at={one.released_at} form="column" />
              </div>
            </div>
            {notice.may.release ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('requestDetail/endSharingFor', { party: partyName(one.party) })}
                onClick={() => setEnding(one)}
              >
                {t('requestDetail/endSharing')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {sharing ? <ShareDialog notice={notice} onClose={() => setSharing(false)} /> : null}
      {ending ? (
        <ReasonDialog
          title={t('requestDetail/endSharingFor', { party: partyName(ending.party) })}
          help={t('noticeDetail/endSharingHelp', { party: partyName(ending.party) })}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/endSharing')}
          onClose={() => setEnding(null)}
          act={async (reason) => changed(await endSharing(jit.id, notice.id, ending.party, reason))}
          onDone={() => setEnding(null)}
        />
      ) : null}
    </Panel>
  );
}

function ShareDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties } = useTeam();
  const changed = useChangedNotice();
  const form = useForm<{ party: string | null }>({
    initialValues: { party: null },
    validate: { party: (value) => (value ? null : t('requestDetail/needParty')) },
  });
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: ({ party }: { party: string | null }) => share(jit.id, notice.id, party ?? ''),
    onSuccess: (now) => {
      changed(now);
      onClose();
    },
  });
  const shared = notice.releases.map(({ party }) => party);
  return (
    <Dialog onClose={onClose} title={t('noticeDetail/share')} size="lg">
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('noticeDetail/shareHelp')}</Text>
          <Select
            required
            data-autofocus
            label={t('requestDetail/party')}
            description={t('requestDetail/partyHelp')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={parties
              .filter(
                ({ code, status }) =>
                  code !== notice.party && status === 'active' && !gated(parties, code) && !shared.includes(code),
              )
              .map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps('party')}
          />
          <ProblemNotice error={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('noticeDetail/share')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
