/** The co-assignees of a task: other members of the assignee's party. */
import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useAssignableMembers } from './useAssignableMembers';

type Props = { assignee: string; value: string[]; error?: ReactNode; onChange: (codes: string[]) => void };

export function CoAssigneesField({ assignee, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const { members } = useTeam();
  const party = members.find(({ code }) => code === assignee)?.party ?? '';
  const offered = useAssignableMembers(party).flatMap(({ items }) => items);
  // A member whose membership has ended stays until removed.
  const kept = value
    .filter((code) => offered.every((one) => one.value !== code))
    .map((code) => ({ value: code, label: members.find((one) => one.code === code)?.name ?? code }));
  return (
    <MultiSelect
      searchable
      clearable
      label={t('taskParts/coAssignees')}
      description={t('taskParts/coAssigneesHelp')}
      nothingFoundMessage={t('tasks/noSeat')}
      disabled={!assignee}
      maxValues={20}
      data={[...offered.filter((one) => one.value !== assignee), ...kept]}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

/** The co-assignees that stay after another assignee is chosen: those of the same party. */
export function useStayingCoAssignees(): (assignee: string, codes: string[]) => string[] {
  const { members } = useTeam();
  const partyOf = (code: string) => members.find((one) => one.code === code)?.party;
  return (assignee, codes) => codes.filter((code) => code !== assignee && partyOf(code) === partyOf(assignee));
}
