export { VerificationsScreen as VerificationsPage } from '@/features/sharing/quarantine/VerificationsScreen';
