export { ConsentsScreen as ConsentsPage } from '@/features/consents/ConsentsScreen';
