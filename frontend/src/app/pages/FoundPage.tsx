import { FoundScreen } from '@/features/founding/FoundScreen';
import { Bare } from '../shell/Bare';

export function FoundPage() {
  return <Bare><FoundScreen /></Bare>;
}
