/** Dialogs for a message: edit it, delete it, add a translation. */
import { Button, Group, Select, Stack, Text as Words, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, correct, takeBack, translate } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ChannelView, MessageView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { LANGUAGES, languageName } from './languages';
import type { Doing } from './MessageRow';
import { seatsOf } from './channels/seats';
import { withNames } from './mentions';
import { MessageField } from './MessageField';
import { formOf } from './words';
import classes from './Messages.module.css';

type Props = { what: Doing; message: MessageView; channel: ChannelView; onClose: () => void };

export function MessageActionDialog({ what, message, channel, onClose }: Props) {
  const { t } = useTranslation();
  const title = t(
    what === 'correct'
      ? 'messages/correctTitle'
      : what === 'takeBack'
        ? 'messages/takeBackTitle'
        : 'messages/translateTitle',
  );
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {what === 'translate' ? (
        <Translating message={message} translator={channel.translator} onClose={onClose} />
      ) : (
        <Saying what={what} message={message} channel={channel} onClose={onClose} />
      )}
    </Dialog>
  );
}

function useDone(onClose: () => void) {
  const { jit } = useTeam();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: keys.messages(jit.id) });
    onClose();
  };
}

function Saying({ what, message, channel, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, members } = useTeam();
  const seats = seatsOf(channel, members);
  const [text, setText] = useState(() => withNames(message.text ?? '', seats));
  const area = useRef<HTMLTextAreaElement>(null);
  // By the numbers of their markers, which count what one sees; what one does not see any more is linked no more.
  const links = Array.from({ length: 50 }, (_, at) => message.links.find(({ place }) => place === at + 1)?.evidence);
  const form = formOf(text, links, seats);
  const run = useMutation({
    mutationFn: () => (what === 'correct' ? correct(jit.id, message, form) : takeBack(jit.id, message)),
    onSuccess: useDone(onClose),
  });
  const save = () => {
    if ((what === 'takeBack' || form.text) && !run.isPending) run.mutate();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Words size="sm">{t(what === 'correct' ? 'messages/correctHelp' : 'messages/takeBackHelp')}</Words>
        {what === 'correct' ? (
          <MessageField
            autofocus
            field={area}
            label={t('messages/correctTitle')}
            value={text}
            members={seats}
            onChange={setText}
            onSend={save}
          />
        ) : (
          <blockquote className={classes['quote']}>{visible(message.text ?? '')}</blockquote>
        )}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button type="submit" loading={run.isPending} {...(what === 'takeBack' ? { color: 'red' } : {})}>
            {t(what === 'correct' ? 'messages/save' : 'messages/takeBack')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Translating({
  message,
  translator,
  onClose,
}: {
  message: MessageView;
  translator: string | null;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { jit, locale } = useTeam();
  const form = useForm({
    initialValues: { language: i18n.language, text: '' },
    validate: { text: (value) => (value.trim() ? null : t('messages/needText')) },
  });
  const { language } = form.values;
  const { run, notice } = useFormMutation(form, {
    mutationFn: (words: { language: string; text: string }) =>
      translate(jit.id, message, {
        language: words.language,
        text: words.text.trim(),
        links: message.links.map(({ evidence }) => evidence),
        version: message.version,
      }),
    onSuccess: useDone(onClose),
  });
  const asked = useMutation({ mutationFn: () => ask(jit.id, message, language), onSuccess: useDone(onClose) });
  return (
    <form onSubmit={form.onSubmit((words) => run.mutate(words))} noValidate>
      <Stack gap="sm">
        <Words size="sm">
          {t('messages/translateHelp')} {message.kind === 'decision' ? t('messages/translateRecord') : ''}
        </Words>
        <div className={classes['both']}>
          <div>
            <Words size="xs" c="dimmed">
              {t('messages/original')}
            </Words>
            <blockquote className={classes['quote']}>{visible(message.text ?? '')}</blockquote>
          </div>
          <Stack gap="xs">
            <Select
              size="xs"
              searchable
              allowDeselect={false}
              label={t('messages/language')}
              data={LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) }))}
              {...form.getInputProps('language')}
            />
            <Textarea
              data-autofocus
              autosize
              minRows={3}
              maxRows={12}
              maxLength={20_000}
              lang={language}
              label={t('messages/translation')}
              {...form.getInputProps('text')}
            />
          </Stack>
        </div>
        {translator ? (
          <Words size="sm" c="dimmed">
            {t('messages/askHelp', { service: translator })}
          </Words>
        ) : null}
        <ProblemNotice error={notice ?? asked.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          {translator ? (
            <Button variant="default" loading={asked.isPending} onClick={() => asked.mutate()}>
              {t('messages/ask')}
            </Button>
          ) : null}
          <Button type="submit" loading={run.isPending}>
            {t('messages/keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
