/** Members by name, with their codes. */
import { useCallback } from 'react';
import { useTeam } from '@/api/team';

/** Jonas Reinharz (DE-01); the code alone for somebody who is no member any more. */
export function usePerson(): (code: string) => string {
  const { members } = useTeam();
  return useCallback(
    (code) => {
      const name = members.find((one) => one.code === code)?.name;
      return name ? `${name} (${code})` : code;
    },
    [members],
  );
}
