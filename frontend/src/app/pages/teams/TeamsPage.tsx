import { TeamsScreen } from '@/features/teams/teams/TeamsScreen';
import { readSeen } from '@/app/seen';
import { PlainFrame } from '@/app/shell/PlainFrame';

export function TeamsPage() {
  return (
    <PlainFrame>
      <TeamsScreen seen={readSeen} />
    </PlainFrame>
  );
}
