export { DirectoryScreen as DirectoryPage } from '@/features/requests/directory/DirectoryScreen';
