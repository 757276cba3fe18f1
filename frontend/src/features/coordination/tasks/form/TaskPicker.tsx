/** A task of the team, found by its number or title. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tasksQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';

type Props = { label: string; placeholder: string; without: string[]; onChoose: (id: string) => void };

export function TaskPicker({ label, placeholder, without, onChoose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words.trim(), 200);
  const { data } = useInfiniteQuery(tasksQuery(jit.id, q ? { q } : {}, false));
  const found = (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ id }) => !without.includes(id))
    .slice(0, 50);
  return (
    <Select
      searchable
      label={label}
      placeholder={placeholder}
      nothingFoundMessage={t('tasks/nothing')}
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      data={found.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      filter={({ options }) => options}
      onChange={(id) => {
        if (id) onChoose(id);
      }}
    />
  );
}
