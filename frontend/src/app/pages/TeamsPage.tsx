import { TeamsScreen } from '@/features/teams/TeamsScreen';
import { readSeen } from '../seen';
import { Bare } from '../shell/Bare';

export function TeamsPage() {
  return <Bare><TeamsScreen seen={readSeen} /></Bare>;
}
