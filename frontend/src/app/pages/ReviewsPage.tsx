/** What one's party is to keep or to erase: exhibits, and fields of entries. */
import { ReviewsScreen } from '@/features/retention/ReviewsScreen';
import { WaitingFields } from '@/features/ledger/WaitingFields';

export const ReviewsPage = () => <><ReviewsScreen /><WaitingFields /></>;
