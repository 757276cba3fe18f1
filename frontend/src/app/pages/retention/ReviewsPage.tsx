/** Retention decisions of the party: exhibits, texts of legal requests and notices, and fields of entries. */
import { ReviewsScreen } from '@/features/retention/periods/ReviewsScreen';
import { FieldErasures } from '@/features/audit/field-erasures/FieldErasures';
import { WaitingFields } from '@/features/audit/field-erasures/WaitingFields';
import { TextReviews } from '@/features/requests/retention/TextReviews';

export const ReviewsPage = () => (
  <>
    <ReviewsScreen />
    <TextReviews erasing={(position) => <FieldErasures position={position} />} />
    <WaitingFields />
  </>
);
