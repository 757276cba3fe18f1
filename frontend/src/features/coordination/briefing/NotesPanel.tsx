/** Shift notes of others, and the form for the own note. Notes are recorded in the audit log. */
import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeNote, type NoteForm, type NoteView } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { visible } from '@/lib/visible';
import classes from './Briefing.module.css';

/** `notes`: none yet where they are not read; one may write all the same. */
export function NotesPanel({ notes }: { notes: NoteView[] | undefined }) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const [writing, setWriting] = useState(false);
  const fresh = notes?.filter((one) => one.fresh).length ?? 0;
  return (
    <Panel
      title={t('briefing/notes')}
      aside={
        (may('briefings:write') || may('tasks:assign')) && !writing ? (
          <Button size="compact-xs" variant="default" onClick={() => setWriting(true)}>
            {t('briefing/write')}
          </Button>
        ) : fresh > 0 ? (
          t('briefing/newNotes', { count: fresh })
        ) : undefined
      }
      flush
    >
      {writing ? <NoteFields onClose={() => setWriting(false)} /> : null}
      {!notes ? null : notes.length === 0 ? (
        <p className={classes['none']}>{t('briefing/noNotes')}</p>
      ) : (
        <ul className={classes['list']}>
          {notes.map((one) => (
            <Note key={one.id} note={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Note({ note }: { note: NoteView }) {
  const { t } = useTranslation();
  const { seat, members, partyName } = useTeam();
  const person = members.find(({ code }) => code === note.seat);
  return (
    <li className={classes['note']} data-fresh={note.fresh || undefined}>
      <div className={classes['byline']}>
        <strong>{note.seat === seat.code ? t('live/you') : (person?.name ?? note.seat)}</strong>
        {note.party ? <PartyTag name={partyName(note.party)} /> : null}
        <span className="dim">
          <TwoTimes at={note.at} other={note.party} />
        </span>
        <span className="dim">
          {note.to_party ? t('briefing/toParty', { party: partyName(note.to_party) }) : t('briefing/toTeam')}
        </span>
        {note.fresh ? <span className={classes['fresh']}>{t('live/fresh')}</span> : null}
      </div>
      <p className={classes['text']}>
        {note.text === null ? <span className="dim">{t('briefing/erased')}</span> : visible(note.text)}
      </p>
    </li>
  );
}

function NoteFields({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const queries = useQueryClient();
  const form = useForm<Pick<NoteForm, 'to' | 'text'>>({
    initialValues: { to: 'team', text: '' },
    validate: { text: (value) => (value.trim() ? null : t('briefing/needText')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ to, text }: Pick<NoteForm, 'to' | 'text'>) => writeNote(jit.id, { to, text: text.trim() }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.situation(jit.id) });
      notifications.show({ message: t('briefing/written') });
      onClose();
    },
  });
  return (
    <form className={classes['form']} onSubmit={form.onSubmit((note) => run.mutate(note))} noValidate>
      <SegmentedControl
        size="xs"
        aria-label={t('briefing/to')}
        {...form.getInputProps('to')}
        data={[
          { value: 'team', label: t('briefing/toTeamChoice') },
          { value: 'party', label: seat.party ? partyName(seat.party) : t('briefing/toOwn') },
        ]}
      />
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        maxRows={12}
        required
        maxLength={4000}
        label={t('briefing/text')}
        description={t('briefing/textHelp')}
        {...form.getInputProps('text')}
      />
      <ProblemNotice error={notice} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common/cancel')}
        </Button>
        <Button type="submit" loading={run.isPending}>
          {t('briefing/writeNow')}
        </Button>
      </Group>
    </form>
  );
}
