import { Bare } from '@/app/shell/Bare';
import { AdministrationScreen } from '@/features/accounts/administration/AdministrationScreen';

export function AdministrationPage() {
  return (
    <Bare>
      <AdministrationScreen />
    </Bare>
  );
}
