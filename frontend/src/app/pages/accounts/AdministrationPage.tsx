import { Bare } from '@/app/shell/Bare';
import { AdministrationScreen } from '@/features/accounts/administration/AdministrationScreen';
import { ReferenceTab } from '@/features/reference/administration/ReferenceTab';

export function AdministrationPage() {
  return (
    <Bare>
      <AdministrationScreen reference={<ReferenceTab />} />
    </Bare>
  );
}
