/** A member by name and code: "Jonas Reinharz (DE-01)", or the code alone where the name is not known. */
import { useCallback } from 'react';
import { useTeam } from '@/api/team';

export function useMemberName(): (code: string) => string {
  const { members } = useTeam();
  return useCallback(
    (code: string) => {
      const name = members.find((one) => one.code === code)?.name;
      return name ? `${name} (${code})` : code;
    },
    [members],
  );
}
