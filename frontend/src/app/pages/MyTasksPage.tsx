import { MyTasksScreen } from '@/features/my-tasks/MyTasksScreen';
import { Bare } from '../shell/Bare';

export function MyTasksPage() {
  return <Bare><MyTasksScreen /></Bare>;
}
