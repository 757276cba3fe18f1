export { ExpiringScreen as ExpiringPage } from '@/features/requests/expiring/ExpiringScreen';
