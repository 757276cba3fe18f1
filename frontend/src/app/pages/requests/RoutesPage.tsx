export { RoutesScreen as RoutesPage } from '@/features/requests/routes/RoutesScreen';
