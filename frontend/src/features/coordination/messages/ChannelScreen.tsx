/** One channel: its parties, its messages, and the field for a new one. */
import { Button, Group, Title } from '@mantine/core';
import { IconArrowLeft, IconLanguage } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { close } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { PartyTag } from '@/components/text/PartyTag';
import { useMemberName } from '@/components/text/useMemberName';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Composer } from './Composer';
import { MessageActionDialog } from './MessageActionDialog';
import type { Doing } from './MessageRow';
import { SignDialog } from './signatures/SignDialog';
import { Timeline } from './Timeline';
import classes from './Messages.module.css';

type Props = {
  channel: ChannelView;
  days: number;
  at: string | null;
  hidden: boolean;
  onTask: ((message: MessageView) => void) | undefined;
};

/** `hidden`: nothing of it is seen, read or reached, and what is half written stays. */
export function ChannelScreen({ channel, days, at, hidden, onTask }: Props) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<{ what: Doing; message: MessageView } | null>(null);
  const [rights, setRights] = useState<MessageView | null>(null);
  const [closing, setClosing] = useState(false);
  const [signing, setSigning] = useState<MessageView | null>(null);
  const anew = () =>
    Promise.all(
      [keys.channels(jit.id), keys.messages(jit.id, channel.id)].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
  return (
    <section className={classes['pane']} aria-labelledby="channel-name" hidden={hidden}>
      <header className={classes['head']}>
        <Link to="/jits/$jit/messages" params={{ jit: jit.id }} search={{}} className={classes['back']}>
          <IconArrowLeft size={15} aria-hidden /> {t('messages/back')}
        </Link>
        <Title order={2} id="channel-name">
          {channel.name}
        </Title>
        <span className={classes['who']}>
          {channel.parties.map((code) => (
            <PartyTag key={code} name={partyName(code)} />
          ))}
        </span>
        {channel.service ? (
          <span className="dim" title={t('messages/serviceOn')}>
            <IconLanguage size={15} aria-label={t('messages/serviceOn')} />
          </span>
        ) : null}
        <Group ms="auto" gap="xs">
          {channel.may.close ? (
            <Button size="compact-xs" variant="default" onClick={() => setClosing(true)}>
              {t('messages/close')}
            </Button>
          ) : null}
        </Group>
      </header>
      {/* Where nothing is seen nothing is read, and a place without a height would fetch all there is. */}
      {hidden ? null : (
        <Timeline
          key={at}
          channel={channel}
          at={at}
          onDo={(what, message) => setDoing({ what, message })}
          onRight={setRights}
          onSign={setSigning}
          onTask={onTask}
        />
      )}
      {channel.closed_at ? (
        <Notice tone="locked">
          {t('messages/closedBy', { seat: nameOf(channel.closed_by ?? ''), reason: channel.close_reason })}
        </Notice>
      ) : null}
      {channel.may.talk ? (
        <Composer channel={channel} days={days} rights={rights} onRights={setRights} onSaid={() => void anew()} />
      ) : null}
      {doing ? (
        <MessageActionDialog
          what={doing.what}
          message={doing.message}
          channel={channel}
          onClose={() => setDoing(null)}
        />
      ) : null}
      {signing ? <SignDialog key={signing.id} message={signing} onClose={() => setSigning(null)} /> : null}
      {closing ? (
        <ReasonDialog
          title={t('messages/closeTitle', { name: channel.name })}
          help={t('messages/closeHelp')}
          reasonLabel={t('messages/closeReason')}
          action={t('messages/close')}
          onClose={() => setClosing(false)}
          act={(reason) => close(jit.id, channel, reason)}
          onDone={() => {
            setClosing(false);
            void anew();
          }}
        />
      ) : null}
    </section>
  );
}
