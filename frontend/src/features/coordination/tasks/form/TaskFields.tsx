/** The fields of a task: title, assignee, deadline, repetition, priority and details. */
import { SegmentedControl, Select, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { NotOffered } from '@/components/sharing/NotOffered';
import { CoAssigneesField, useStayingCoAssignees } from './CoAssigneesField';
import { DueField } from './DueField';
import { codesOf, textOf, type Draft, type Written } from './draft';
import { LANGUAGES, languageName } from './languages';
import { RepeatField } from './RepeatField';
import { useAssignableMembers } from './useAssignableMembers';

type Props = {
  form: UseFormReturnType<Draft>;
  conflict: (name: Written) => ReactNode;
};

export function TaskFields({ form, conflict }: Props) {
  const { t } = useTranslation();
  const { parties, members, seat, locale } = useTeam();
  const seats = useAssignableMembers();
  const staying = useStayingCoAssignees();
  const draft = form.values;
  const set = (change: Partial<Draft>) => form.setValues(change);
  const party = members.find(({ code }) => code === draft.assignee)?.party;
  const theirs = parties.find(({ code }) => code === party)?.time_zone ?? null;
  return (
    <>
      <div>
        <TextInput data-autofocus required label={t('tasks/title_')} maxLength={300} {...form.getInputProps('title')} />
        {conflict('title')}
      </div>
      <div>
        <Select
          required
          searchable
          label={t('tasks/assignee')}
          data={seats}
          nothingFoundMessage={t('tasks/noSeat')}
          {...form.getInputProps('assignee')}
          value={draft.assignee || null}
          onChange={(assignee: string | null) =>
            set({ assignee: assignee ?? '', coAssignees: textOf(staying(assignee ?? '', codesOf(draft))) })
          }
          description={party && party !== seat.party ? t('taskParts/proposes') : null}
        />
        {conflict('assignee')}
        {seat.roles.includes('coordinator') ? <NotOffered /> : null}
      </div>
      <div>
        <CoAssigneesField
          assignee={draft.assignee}
          value={codesOf(draft)}
          error={form.errors['coAssignees']}
          onChange={(codes) => set({ coAssignees: textOf(codes) })}
        />
        {conflict('coAssignees')}
      </div>
      <div>
        <DueField draft={draft} onChange={set} theirs={theirs} error={form.errors['due']} />
        {conflict('due')}
        {conflict('zone')}
      </div>
      <div>
        <RepeatField draft={draft} onChange={set} />
        {conflict('repeats')}
      </div>
      <div>
        <Text size="xs" fw={500} mb={4} id="task-priority">
          {t('tasks/priority')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="task-priority"
          data={(['low', 'normal', 'high', 'urgent'] as const).map((value) => ({
            value,
            label: t(`priority/${value}`),
          }))}
          {...form.getInputProps('priority')}
        />
        {conflict('priority')}
      </div>
      <div>
        <Textarea
          autosize
          minRows={3}
          maxRows={12}
          label={t('tasks/details')}
          maxLength={10_000}
          {...form.getInputProps('details')}
        />
        {conflict('details')}
      </div>
      <div>
        <TextInput
          label={t('taskParts/legalBasis')}
          placeholder={t('taskParts/legalBasisHelp')}
          maxLength={300}
          {...form.getInputProps('legalBasis')}
        />
        {conflict('legalBasis')}
      </div>
      <div>
        <Select
          searchable
          clearable
          label={t('taskParts/language')}
          data={LANGUAGES.map((value) => ({ value, label: `${languageName(value, locale)} · ${value}` })).toSorted(
            (one, other) => one.label.localeCompare(other.label, locale),
          )}
          {...form.getInputProps('language')}
          value={draft.language || null}
          onChange={(language: string | null) => form.setFieldValue('language', language ?? '')}
        />
        {conflict('language')}
      </div>
    </>
  );
}
