export { VerificationsScreen as VerificationsPage } from '@/features/verifications/VerificationsScreen';
