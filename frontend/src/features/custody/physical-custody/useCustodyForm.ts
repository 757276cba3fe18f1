import { useForm, type FormRulesRecord, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { justNow, occurredOf, type When } from './OccurredFields';

/** Fields of every custody event. */
export type Common = { when: When; remarks: string };

/** The form of a custody event: `initial` values and rules of its own fields, besides those that each event has. */
export function useCustodyForm<Own extends object>(
  initial: Own,
  rules: FormRulesRecord<Own & Common>,
): UseFormReturnType<Own & Common> {
  const { t } = useTranslation();
  const { zone } = useTeam();
  return useForm<Own & Common>({
    initialValues: { ...initial, when: justNow(zone), remarks: '' },
    validate: {
      ...rules,
      when: (when: When) => {
        const { fault } = occurredOf(when);
        return fault && t(fault);
      },
    },
  });
}
