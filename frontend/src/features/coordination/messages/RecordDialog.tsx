/** Asks for confirmation before a decision is recorded, and shows its text and the parties that read it. */
import { Button, Group, Stack, Text as Words } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { record, saying } from './queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { visible } from '@/lib/visible';
import { withNames } from './mentions';
import classes from './Messages.module.css';

type Props = {
  channel: ChannelView;
  form: { text: string; links: string[]; mentions: string[] };
  rights: MessageView | null;
  onClose: () => void;
  onDone: () => void;
};

export function RecordDialog({ channel, form, rights, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { jit, members, partyName } = useTeam();
  const nameOf = useMemberName();
  const run = useMutation({
    mutationKey: saying(channel.id),
    mutationFn: () => record(jit.id, channel.id, rights ? { ...form, corrects: rights.id } : form),
    onSuccess: onDone,
  });
  return (
    <Dialog onClose={onClose} title={t('messages/sure')} size="lg">
      <Stack gap="sm">
        <Words size="sm">{t('messages/sureHelp')}</Words>
        {rights ? <Words size="sm">{t('messages/sureRight', { seat: nameOf(rights.seat) })}</Words> : null}
        <blockquote className={classes['quote']}>{visible(withNames(form.text, members))}</blockquote>
        <Words size="sm" c="dimmed">
          {channel.name}
          {t('common/colon')}
          {channel.parties.map(partyName).join(', ')}
        </Words>
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button data-autofocus loading={run.isPending} onClick={() => run.mutate()}>
            {t('messages/record')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
