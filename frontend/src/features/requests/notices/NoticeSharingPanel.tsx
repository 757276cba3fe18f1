/** To which parties a notice was released; a leader of its party changes that. */
import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { PartySelect } from '@/features/requests/lines/PartySelect';
import { secondingOfNotice } from '@/features/requests/lines/queries';
import { ReleasesPanel } from '@/features/requests/lines/ReleasesPanel';
import { WaitingReleases } from '@/features/requests/lines/WaitingReleases';
import { endSharing, share } from './acts';
import type { NoticeView } from './queries';
import { useChangedNotice } from './useChangedNotice';

export function NoticeSharingPanel({ notice }: { notice: NoticeView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const changed = useChangedNotice();
  const [sharing, setSharing] = useState(false);
  return (
    <ReleasesPanel
      releases={notice.releases}
      mayEnd={notice.may.release}
      aside={
        notice.may.release ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setSharing(true)}>
            {t('noticeDetail/share')}
          </Button>
        ) : null
      }
      empty={t('noticeDetail/notShared', { party: partyName(notice.party) })}
      words={({ party }) => partyName(party)}
      help={(party) => t('noticeDetail/endSharingHelp', { party })}
      onEnd={async (party, reason) => changed(await endSharing(jit.id, notice.id, party, reason))}
    >
      <WaitingReleases
        waiting={notice.waiting_releases}
        seconding={secondingOfNotice(jit.id, notice.id)}
        onChanged={changed}
      />
      {sharing ? <ShareDialog notice={notice} onClose={() => setSharing(false)} /> : null}
    </ReleasesPanel>
  );
}

function ShareDialog({ notice, onClose }: { notice: NoticeView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
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
  return (
    <FormDialog
      title={t('noticeDetail/share')}
      action={t('noticeDetail/share')}
      pending={run.isPending}
      problem={problem}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => run.mutate(values))}
    >
      <Text size="sm">{t('noticeDetail/shareHelp')}</Text>
      <PartySelect
        except={[notice.party, ...notice.releases.map(({ party }) => party)]}
        {...form.getInputProps('party')}
      />
    </FormDialog>
  );
}
