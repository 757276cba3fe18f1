/** The fields of a task: title, assignee, deadline, repetition, priority and details. */
import { SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DueField } from './DueField';
import { faults, type Draft, type Written } from './draft';
import { LANGUAGES, languageName } from './languages';
import { RepeatField } from './RepeatField';
import { useAssignable } from './useAssignable';

type Props = {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  tried: boolean;
  conflict: (name: Written) => ReactNode;
};

export function TaskFields({ draft, onChange, tried, conflict }: Props) {
  const { t } = useTranslation();
  const { parties, members, seat, locale } = useTeam();
  const seats = useAssignable();
  const wrong = tried ? faults(draft) : {};
  const party = members.find(({ code }) => code === draft.assignee)?.party;
  const theirs = parties.find(({ code }) => code === party)?.time_zone ?? null;
  return (
    <>
      <div>
        <TextInput
          data-autofocus
          required
          label={t('tasks/title_')}
          value={draft.title}
          maxLength={300}
          error={wrong.title ? t(wrong.title) : null}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        {conflict('title')}
      </div>
      <div>
        <Select
          required
          searchable
          label={t('tasks/assignee')}
          value={draft.assignee || null}
          data={seats}
          nothingFoundMessage={t('tasks/noSeat')}
          error={wrong.assignee ? t(wrong.assignee) : null}
          onChange={(assignee) => onChange({ assignee: assignee ?? '' })}
          description={party && party !== seat.party ? t('taskParts/proposes') : null}
        />
        {conflict('assignee')}
      </div>
      <div>
        <DueField draft={draft} onChange={onChange} theirs={theirs} tried={tried} />
        {conflict('due')}
        {conflict('zone')}
      </div>
      <div>
        <RepeatField draft={draft} onChange={onChange} />
        {conflict('repeats')}
      </div>
      <div>
        <Text size="xs" fw={500} mb={4} id="task-priority">
          {t('tasks/priority')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="task-priority"
          value={draft.priority}
          onChange={(priority) => onChange({ priority })}
          data={(['low', 'normal', 'high', 'urgent'] as const).map((value) => ({
            value,
            label: t(`priority/${value}`),
          }))}
        />
        {conflict('priority')}
      </div>
      <div>
        <Textarea
          autosize
          minRows={3}
          maxRows={12}
          label={t('tasks/details')}
          value={draft.details}
          maxLength={10_000}
          onChange={(event) => onChange({ details: event.currentTarget.value })}
        />
        {conflict('details')}
      </div>
      <div>
        <TextInput
          label={t('taskParts/legalBasis')}
          placeholder={t('taskParts/legalBasisHelp')}
          value={draft.legalBasis}
          maxLength={300}
          onChange={(event) => onChange({ legalBasis: event.currentTarget.value })}
        />
        {conflict('legalBasis')}
      </div>
      <div>
        <Select
          searchable
          clearable
          label={t('taskParts/language')}
          value={draft.language || null}
          data={LANGUAGES.map((value) => ({ value, label: `${languageName(value, locale)} · ${value}` })).toSorted(
            (one, other) => one.label.localeCompare(other.label, locale),
          )}
          onChange={(language) => onChange({ language: language ?? '' })}
        />
        {conflict('language')}
      </div>
    </>
  );
}
