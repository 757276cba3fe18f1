import { MyTasksScreen } from '@/features/coordination/my-tasks/MyTasksScreen';
import { PlainFrame } from '@/app/shell/PlainFrame';

export function MyTasksPage() {
  return (
    <PlainFrame>
      <MyTasksScreen />
    </PlainFrame>
  );
}
