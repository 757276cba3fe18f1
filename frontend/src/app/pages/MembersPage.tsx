export { MembersScreen as MembersPage } from '@/features/members/MembersScreen';
