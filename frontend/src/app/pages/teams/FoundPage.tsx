import { FoundScreen } from '@/features/teams/founding/FoundScreen';
import { Bare } from '@/app/shell/Bare';

export function FoundPage() {
  return (
    <Bare>
      <FoundScreen />
    </Bare>
  );
}
