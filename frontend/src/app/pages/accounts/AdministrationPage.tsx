import { PlainFrame } from '@/app/shell/PlainFrame';
import { AdministrationScreen } from '@/features/accounts/administration/AdministrationScreen';
import { AllocationsTab } from '@/features/reference/allocations/AllocationsTab';
import { ReferenceTab } from '@/features/reference/administration/ReferenceTab';

export function AdministrationPage() {
  return (
    <PlainFrame>
      <AdministrationScreen reference={<ReferenceTab />} allocations={<AllocationsTab />} />
    </PlainFrame>
  );
}
