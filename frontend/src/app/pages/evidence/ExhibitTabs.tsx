/** The tabs of an exhibit beside its overview. */
import type { EvidenceView } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { useTranslation } from 'react-i18next';
import { CopiesPanel } from '@/features/custody/copies/CopiesPanel';
import { useCopiesOut } from '@/features/custody/copies/useCopiesOut';
import { DisclosuresPanel } from '@/features/custody/disclosures/DisclosuresPanel';
import { ChangesPanel } from '@/features/custody/events/ChangesPanel';
import { FixityPanel } from '@/features/custody/fixity/FixityPanel';
import { AcquisitionsPanel } from '@/features/evidence/acquisition/AcquisitionsPanel';
import { DerivationsPanel } from '@/features/evidence/derivations/DerivationsPanel';
import { ExhibitFacts } from '@/features/evidence/exhibit/ExhibitFacts';
import { WhyPanel } from '@/features/evidence/exhibit/WhyPanel';
import { FilesPanel } from '@/features/evidence/files/FilesPanel';
import { RetentionPanel } from '@/features/retention/periods/RetentionPanel';
import { SharingTable } from '@/features/sharing/releases/SharingTable';
import { RequiredApprovalsPanel } from '@/features/sharing/required-approvals/RequiredApprovalsPanel';
import classes from './Exhibit.module.css';

type Props = { exhibit: EvidenceView };

export function FilesTab({
  exhibit,
  dropped,
  onDownload,
}: Props & { dropped: readonly File[]; onDownload: () => void }) {
  return (
    <div className={classes['stack']}>
      <FilesPanel exhibit={exhibit} dropped={dropped} onDownload={onDownload} />
      <FixityPanel exhibit={exhibit} />
      <AcquisitionsPanel exhibit={exhibit} />
    </div>
  );
}

export function SharingTab({ exhibit }: Props) {
  const copiesOut = useCopiesOut(exhibit.id);
  return (
    <div className={classes['columns']}>
      <div className={classes['stack']}>
        <SharingTable exhibit={exhibit} copiesOut={copiesOut} />
        <RequiredApprovalsPanel
          subject={{ evidence: exhibit.id }}
          number={exhibit.exhibit_number}
          owners={[exhibit.originator, ...exhibit.joint]}
          open={exhibit.status === 'active'}
        />
        <CopiesPanel evidence={exhibit.id} />
      </div>
      <div className={classes['stack']}>
        <WhyPanel exhibit={exhibit} />
        <DisclosuresPanel evidence={exhibit.id} />
      </div>
    </div>
  );
}

export function HistoryTab({ exhibit }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes['columns']}>
      <div className={classes['stack']}>
        <Panel title={t('exhibit/allFacts')}>
          <ExhibitFacts exhibit={exhibit} />
        </Panel>
        <ChangesPanel evidence={exhibit.id} />
      </div>
      <div className={classes['stack']}>
        <DerivationsPanel evidence={exhibit.id} />
        <RetentionPanel exhibit={exhibit} />
      </div>
    </div>
  );
}
