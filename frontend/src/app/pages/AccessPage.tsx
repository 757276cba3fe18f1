export { AccessScreen as AccessPage } from '@/features/access/AccessScreen';
