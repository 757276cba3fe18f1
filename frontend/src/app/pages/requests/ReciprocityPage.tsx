export { ReciprocityScreen as ReciprocityPage } from '@/features/requests/reciprocity/ReciprocityScreen';
