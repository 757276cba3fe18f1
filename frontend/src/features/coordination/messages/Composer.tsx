/** Where a message is written: chat, or a decision for the record. Each has its own colour, label and way of sending. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconAt, IconMessageCircle, IconScale } from '@tabler/icons-react';
import { useMutation, useMutationState } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { say, saying } from './queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { visible } from '@/lib/visible';
import { MessageField } from './MessageField';
import { RecordDialog } from './RecordDialog';
import { remainingText } from '@/lib/remainingText';
import { seatsOf } from './channels/seats';
import { NOTHING, useChannelDraft } from './useChannelDraft';
import { formOf, marker } from './words';
import classes from './Messages.module.css';

type Props = {
  channel: ChannelView;
  days: number;
  rights: MessageView | null;
  onRights: (none: null) => void;
  onSaid: () => void;
};

/** `rights`: the decision that the next one corrects. */
export function Composer({ channel, days, rights, onRights, onSaid }: Props) {
  const { t } = useTranslation();
  const { jit, members, seat } = useTeam();
  const nameOf = useMemberName();
  const [{ kind: chosen, text, links }, setDraft] = useChannelDraft(channel.id);
  const kind = rights ? 'decision' : chosen;
  const setText = (to: string) => setDraft((now) => ({ ...now, kind, text: to }));
  const [sure, setSure] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const seats = seatsOf(channel, members);
  const form = formOf(text, links, seats);
  const done = (sent: string) => {
    // Text typed while the message was sent stays, with the exhibits that it numbers.
    setDraft((now) =>
      remainingText(now.text, sent) ? { ...now, kind: 'talk', text: remainingText(now.text, sent) } : NOTHING,
    );
    setSure(false);
    onRights(null);
    onSaid();
    area.current?.focus();
  };
  const mutationKey = saying(channel.id);
  const last = useMutationState({ filters: { mutationKey } }).at(-1);
  const sending = last?.status === 'pending';
  const send = useMutation({
    mutationKey,
    mutationFn: (sent: { text: string; form: ReturnType<typeof formOf> }) => say(jit.id, channel.id, sent.form),
    onSuccess: (_, sent) => done(sent.text),
  });
  const insert = (word: string, after = ' ') => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = area.current ?? {};
    const before = text.slice(0, from);
    const inserted = `${before}${before && !/\s$/.test(before) ? ' ' : ''}${word}${after}`;
    flushSync(() => setText(inserted + text.slice(to)));
    area.current?.focus();
    area.current?.setSelectionRange(inserted.length, inserted.length);
  };
  const submit = () => {
    if (!form.text || sending) return;
    if (kind === 'decision') setSure(true);
    else send.mutate({ text, form });
  };
  const label = t(kind === 'talk' ? 'messages/write' : 'messages/writeDecision');
  return (
    <form
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        submit();
      }}
      noValidate
      className={classes['composer']}
      data-kind={kind}
      aria-label={label}
    >
      <div className={classes['mode']}>
        {channel.may.decide ? (
          <SegmentedControl
            size="xs"
            aria-label={t('messages/kind')}
            value={kind}
            onChange={(value) => {
              setDraft((now) => ({ ...now, kind: value === 'decision' ? 'decision' : 'talk' }));
              onRights(null);
            }}
            data={[
              {
                value: 'talk',
                label: (
                  <span className={classes['option']}>
                    <IconMessageCircle size={14} aria-hidden /> {t('messages/talk')}
                  </span>
                ),
              },
              {
                value: 'decision',
                label: (
                  <span className={classes['option']}>
                    <IconScale size={14} aria-hidden /> {t('messages/decision')}
                  </span>
                ),
              },
            ]}
          />
        ) : null}
        <span className={classes['what']}>
          <strong>{kind === 'talk' ? t('messages/offDays', { days }) : t('messages/on')}</strong>
          {t('common/colon')}
          {t(kind === 'talk' ? 'messages/offHelp' : 'messages/onHelp')}
        </span>
      </div>
      {rights ? (
        <div className={classes['rights']}>
          {t('messages/puttingRight', { seat: nameOf(rights.seat) })}
          {t('common/colon')}
          <q className="truncate">{visible(rights.text ?? '')}</q>{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => onRights(null)}>
            {t('common/cancel')}
          </Button>
        </div>
      ) : null}
      <MessageField
        field={area}
        label={label}
        value={text}
        members={seats.filter(({ code }) => code !== seat.code)}
        onChange={setText}
        onSend={submit}
      />
      <ProblemNotice error={last?.error} />
      <Group gap="xs" align="end">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAt size={14} aria-hidden />}
          onClick={() => insert('@', '')}
        >
          {t('messages/mention')}
        </Button>
        <div className={classes['pick']}>
          <ExhibitPicker
            key={links.length}
            value={null}
            hideLabel
            label={t('messages/link')}
            placeholder={t('messages/link')}
            onChange={(id) => {
              if (id) {
                setDraft((now) => ({ ...now, links: [...now.links, id] }));
                insert(marker(links.length + 1));
              }
            }}
          />
        </div>
        <span className={classes['note']}>{links.length > 0 ? t('messages/linkNote') : ''}</span>
        <Button
          type="submit"
          loading={sending}
          disabled={!form.text}
          leftSection={kind === 'talk' ? null : <IconScale size={14} aria-hidden />}
        >
          {t(kind === 'talk' ? 'messages/say' : 'messages/record')}
        </Button>
      </Group>
      {sure ? (
        <RecordDialog
          channel={channel}
          form={form}
          rights={rights}
          onClose={() => setSure(false)}
          onDone={() => done(text)}
        />
      ) : null}
    </form>
  );
}
