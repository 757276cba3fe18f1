import { Bare } from '@/app/shell/Bare';
import { AdministrationScreen } from '@/features/accounts/administration/AdministrationScreen';
import { AllocationsTab } from '@/features/reference/allocations/AllocationsTab';
import { ReferenceTab } from '@/features/reference/administration/ReferenceTab';

export function AdministrationPage() {
  return (
    <Bare>
      <AdministrationScreen reference={<ReferenceTab />} allocations={<AllocationsTab />} />
    </Bare>
  );
}
