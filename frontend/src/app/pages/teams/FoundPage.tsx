import { FoundScreen } from '@/features/teams/founding/FoundScreen';
import { PlainFrame } from '@/app/shell/PlainFrame';

export function FoundPage() {
  return (
    <PlainFrame>
      <FoundScreen />
    </PlainFrame>
  );
}
