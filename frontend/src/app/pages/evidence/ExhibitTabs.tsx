/** The tabs of an exhibit beside its overview, put together from the features. */
import type { EntryView, EvidenceView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EntryLines } from '@/features/audit/entries/EntryBody';
import { CopiesPanel } from '@/features/custody/copies/CopiesPanel';
import { useCopiesOut } from '@/features/custody/copies/useCopiesOut';
import { DisclosuresPanel } from '@/features/custody/disclosures/DisclosuresPanel';
import { Who } from '@/features/custody/events/CustodyItem';
import { CustodyPanel } from '@/features/custody/events/CustodyPanel';
import { FixityPanel } from '@/features/custody/fixity/FixityPanel';
import { PhysicalCustodyPanel } from '@/features/custody/physical-custody/PhysicalCustodyPanel';
import { physicalCustodyQuery } from '@/features/custody/physical-custody/queries';
import { AcquisitionsPanel } from '@/features/evidence/acquisition/AcquisitionsPanel';
import { DerivationsPanel } from '@/features/evidence/derivations/DerivationsPanel';
import { ExhibitFacts } from '@/features/evidence/exhibit/ExhibitFacts';
import { WhyPanel } from '@/features/evidence/exhibit/WhyPanel';
import { FilesPanel } from '@/features/evidence/files/FilesPanel';
import { RetentionPanel } from '@/features/retention/periods/RetentionPanel';
import { ReleasesPanel } from '@/features/sharing/releases/ReleasesPanel';
import classes from './Exhibit.module.css';

type Props = { exhibit: EvidenceView };

const SAY = {
  who: (entry: EntryView) => <Who entry={entry} />,
  lines: (entry: EntryView) => <EntryLines entry={entry} />,
};

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
        <ReleasesPanel exhibit={exhibit} copiesOut={copiesOut} />
        <CopiesPanel evidence={exhibit.id} />
      </div>
      <div className={classes['stack']}>
        <WhyPanel exhibit={exhibit} />
        <DisclosuresPanel evidence={exhibit.id} />
      </div>
    </div>
  );
}

export function CustodyTab({ exhibit }: Props) {
  return (
    <div className={classes['stack']}>
      <CustodyPanel evidence={exhibit.id} />
    </div>
  );
}

export function PhysicalTab({ exhibit }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data } = useQuery(physicalCustodyQuery(jit.id, exhibit.id));
  const nothing = data !== undefined && data.way.length === 0 && data.steps.length === 0;
  return (
    <div className={classes['stack']}>
      <PhysicalCustodyPanel exhibit={exhibit} say={SAY} />
      {nothing ? <EmptyState icon={IconPackage} title={t('exhibit/notPhysical')} /> : null}
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
      </div>
      <div className={classes['stack']}>
        <DerivationsPanel evidence={exhibit.id} />
        <RetentionPanel exhibit={exhibit} />
      </div>
    </div>
  );
}
