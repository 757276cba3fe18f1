import { TeamsScreen } from '@/features/teams/teams/TeamsScreen';
import { readSeen } from '@/app/seen';
import { Bare } from '@/app/shell/Bare';

export function TeamsPage() {
  return (
    <Bare>
      <TeamsScreen seen={readSeen} />
    </Bare>
  );
}
