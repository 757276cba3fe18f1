import { MyTasksScreen } from '@/features/coordination/my-tasks/MyTasksScreen';
import { Bare } from '@/app/shell/Bare';

export function MyTasksPage() {
  return (
    <Bare>
      <MyTasksScreen />
    </Bare>
  );
}
