/** Retention decisions of the party: exhibits, texts of legal requests, and fields of entries. */
import { ReviewsScreen } from '@/features/retention/periods/ReviewsScreen';
import { FieldErasures } from '@/features/audit/field-erasures/FieldErasures';
import { WaitingFields } from '@/features/audit/field-erasures/WaitingFields';
import { RequestReviews } from '@/features/requests/retention/RequestReviews';

export const ReviewsPage = () => (
  <>
    <ReviewsScreen />
    <RequestReviews erasing={(position) => <FieldErasures position={position} />} />
    <WaitingFields />
  </>
);
