import { PlainFrame } from '@/app/shell/PlainFrame';
import { OrganisationScreen } from '@/features/accounts/organisation/OrganisationScreen';

export function OrganisationPage() {
  return (
    <PlainFrame>
      <OrganisationScreen />
    </PlainFrame>
  );
}
