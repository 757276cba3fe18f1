/** Invalidates the queries that a step of closing changes, and shows its message. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/queries';

export function useDone(jit: string, onClose: () => void): (message: string) => void {
  const queries = useQueryClient();
  return (message) => {
    for (const queryKey of [keys.closing(jit), keys.me(), keys.jits(), keys.teams()])
      void queries.invalidateQueries({ queryKey });
    notifications.show({ message });
    onClose();
  };
}
