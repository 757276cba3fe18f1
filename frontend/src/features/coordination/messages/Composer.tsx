/** Where one writes: off the record, or a decision for it; the two look, are called and are sent differently. */
import { Button, Group, SegmentedControl, Select, Textarea } from '@mantine/core';
import { IconMessageCircle, IconScale } from '@tabler/icons-react';
import { useMutation, useMutationState } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { say, saying } from './queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { RecordDialog } from './RecordDialog';
import { unsaid } from '@/lib/unsaid';
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

/** `rights`: the decision that the next one puts right. */
export function Composer({ channel, days, rights, onRights, onSaid }: Props) {
  const { t } = useTranslation();
  const { jit, members, seat } = useTeam();
  const [{ kind: chosen, text, links }, setDraft] = useChannelDraft(channel.id);
  const kind = rights ? 'decision' : chosen;
  const setText = (to: string) => setDraft((now) => ({ ...now, kind, text: to }));
  const [sure, setSure] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const seats = seatsOf(channel, members);
  const form = formOf(
    text,
    links,
    seats.map(({ code }) => code),
  );
  const done = (sent: string) => {
    // What was typed while it was sent is not said yet, and keeps the exhibits that it numbers.
    setDraft((now) => (unsaid(now.text, sent) ? { ...now, kind: 'talk', text: unsaid(now.text, sent) } : NOTHING));
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
  const insert = (word: string) => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = area.current ?? {};
    const before = text.slice(0, from);
    setText(`${before}${before && !/\s$/.test(before) ? ' ' : ''}${word} ${text.slice(to)}`);
    area.current?.focus();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!form.text || sending) return;
    if (kind === 'decision') setSure(true);
    else send.mutate({ text, form });
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className={classes['composer']}
      data-kind={kind}
      aria-label={t(kind === 'talk' ? 'messages/write' : 'messages/writeDecision')}
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
          <strong>{t(kind === 'talk' ? 'messages/off' : 'messages/on')}.</strong>{' '}
          {kind === 'talk' ? t('messages/offHelp', { days }) : t('messages/onHelp')}
        </span>
      </div>
      {rights ? (
        <div className={classes['rights']}>
          {t('messages/puttingRight', { seat: rights.seat })}
          {t('common/colon')}
          <q className="truncate">{visible(rights.text ?? '')}</q>{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => onRights(null)}>
            {t('common/cancel')}
          </Button>
        </div>
      ) : null}
      <Textarea
        ref={area}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        aria-label={t(kind === 'talk' ? 'messages/write' : 'messages/writeDecision')}
        placeholder={t(kind === 'talk' ? 'messages/write' : 'messages/writeDecision')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      />
      <ProblemNotice error={last?.error} />
      <Group gap="xs" align="end">
        <Select
          className={classes['pick']}
          size="xs"
          searchable
          value={null}
          aria-label={t('messages/mention')}
          placeholder={t('messages/mention')}
          nothingFoundMessage={t('tasks/noSeat')}
          data={seats
            .filter(({ code }) => code !== seat.code)
            .map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
          onChange={(code) => {
            if (code) insert(`@${code}`);
          }}
        />
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
        <span className={classes['note']}>{links.length > 0 ? t('messages/linkNote') : t('messages/keys')}</span>
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
