/** Retention decisions of the party: exhibits, and fields of entries. */
import { ReviewsScreen } from '@/features/retention/periods/ReviewsScreen';
import { WaitingFields } from '@/features/audit/field-erasures/WaitingFields';

export const ReviewsPage = () => (
  <>
    <ReviewsScreen />
    <WaitingFields />
  </>
);
