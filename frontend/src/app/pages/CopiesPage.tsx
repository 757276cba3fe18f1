export { CopiesScreen as CopiesPage } from '@/features/copies/CopiesScreen';
