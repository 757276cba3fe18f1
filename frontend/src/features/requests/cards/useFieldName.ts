/** The name of a value of a card. */
import { usePlaceName } from '@/features/reference/shown/usePlaceName';

export function useFieldName() {
  const nameOf = usePlaceName();
  return (field: string) => nameOf({ name: field, part: null, sourced: { value: null } });
}
