/** The confirmation that content was checked for privileged material, asked wherever an exhibit is first shared. */
import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';

/** The name of the confirmation in every form of the API. The server decides whether it is needed. */
const FIELD = 'privilege_checked';

/** Whether the server refused because the confirmation is missing. */
export const lacksCheck = (error: unknown): boolean =>
  error instanceof Problem && error.fields.some(({ field }) => field === FIELD || field.endsWith(`.${FIELD}`));

type Props = {
  checked: boolean;
  onChecked: (checked: boolean) => void;
  /** Whether the confirmation was asked for in vain. */
  missing: boolean;
  /** A privilege review in place of the confirmation, where it can be asked for. */
  review?: { asked: boolean; onAsked: (asked: boolean) => void };
};

export function PrivilegeCheck({ checked, onChecked, missing, review }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <Checkbox
        size="xs"
        label={t('register/checked')}
        checked={checked}
        disabled={review?.asked ?? false}
        error={missing ? t(review ? 'register/checkedNeeded' : 'register/checkedFirst') : null}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      {review ? (
        <Checkbox
          size="xs"
          label={t('register/askReview')}
          description={t('register/askReviewHelp')}
          checked={review.asked}
          onChange={(event) => review.onAsked(event.currentTarget.checked)}
        />
      ) : null}
    </Group>
  );
}
