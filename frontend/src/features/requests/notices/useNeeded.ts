/** The fields that a notice needs with the values that are being entered, as the server says. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTeam } from '@/api/team';
import { noticeNeedsQuery, type NoticeNeedsForm } from './queries';

export function useNeeded(asked: NoticeNeedsForm): ReadonlySet<string> {
  const { jit } = useTeam();
  const [settled] = useDebouncedValue(JSON.stringify(asked), 200);
  const { data } = useQuery(noticeNeedsQuery(jit.id, JSON.parse(settled) as NoticeNeedsForm));
  return useMemo(() => new Set(data), [data]);
}
