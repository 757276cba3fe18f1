export { ReviewsScreen as ReviewsPage } from '@/features/retention/ReviewsScreen';
