/** The overview of an exhibit: preview first, custody in short, sharing in words, key facts. */
import { Button } from '@mantine/core';
import { IconEye, IconFileOff, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceView, OpeningView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { FileName } from '@/components/text/FileName';
import { useCopiesOut } from '@/features/custody/copies/useCopiesOut';
import { Page } from '@/features/custody/openings/Page';
import { useLink } from '@/features/custody/openings/useLink';
import { CustodySummary } from '@/features/evidence/exhibit/CustodySummary';
import { KeyFacts } from '@/features/evidence/exhibit/KeyFacts';
import { useListedOnly } from '@/features/evidence/exhibit/useListedOnly';
import { ObtainedBy } from '@/features/evidence/exhibit/ObtainedBy';
import type { ExhibitTab } from '@/features/evidence/exhibit/tabs';
import { isViewable } from '@/features/evidence/exhibit/viewable';
import { FlagsPanel } from '@/features/evidence/flags/FlagsPanel';
import { AdmissibilityPanel } from '@/features/requests/admissibility/AdmissibilityPanel';
import { SharingTable } from '@/features/sharing/releases/SharingTable';
import { RequiredApprovalsPanel } from '@/features/sharing/required-approvals/RequiredApprovalsPanel';
import { visible } from '@/lib/visible';
import { OwnPreview } from './OwnPreview';
import classes from './Exhibit.module.css';

type Props = {
  exhibit: EvidenceView;
  /** An access event of this visit whose pages can still be shown. */
  viewed: OpeningView | null;
  onView: () => void;
  onViewed: (opening: OpeningView) => void;
  onEdit: () => void;
  onTab: (tab: ExhibitTab) => void;
};

export function OverviewTab({ exhibit, viewed, onView, onViewed, onEdit, onTab }: Props) {
  const { t } = useTranslation();
  const copiesOut = useCopiesOut(exhibit.id);
  return (
    <div className={classes['columns']}>
      <div className={classes['stack']}>
        <FlagsPanel evidence={exhibit.id} />
        <Panel title={t('exhibit/preview')} flush>
          {viewed ? (
            <Preview exhibit={exhibit} opening={viewed} onView={onView} />
          ) : (
            <OwnPreview exhibit={exhibit} onOpened={onViewed}>
              <Before exhibit={exhibit} onView={onView} />
            </OwnPreview>
          )}
        </Panel>
        <CustodySummary exhibit={exhibit} onAll={() => onTab('custody')} />
      </div>
      <div className={classes['stack']}>
        <SharingTable exhibit={exhibit} copiesOut={copiesOut} compact />
        <RequiredApprovalsPanel
          subject={{ evidence: exhibit.id }}
          number={exhibit.exhibit_number}
          owners={[exhibit.originator, ...exhibit.joint]}
          open={exhibit.status === 'active'}
          compact
        />
        <KeyFacts exhibit={exhibit} onEdit={onEdit} />
        <AdmissibilityPanel exhibit={exhibit} record={exhibit.may.bundle.allowed} />
        <ObtainedBy exhibit={exhibit} />
      </div>
    </div>
  );
}

/** Viewing is recorded: nothing is shown before the member states a reason. */
function Before({ exhibit, onView }: Pick<Props, 'exhibit' | 'onView'>) {
  const { t } = useTranslation();
  const listedOnly = useListedOnly(exhibit);
  if (exhibit.level === 'listed')
    return <EmptyState icon={IconFileOff} title={t('exhibit/previewNone')} help={listedOnly} />;
  const ready = exhibit.files.filter(({ state }) => state === 'ready');
  if (ready.length === 0)
    return <EmptyState icon={IconFileOff} title={t('files/none')} help={t('exhibit/previewNoFiles')} />;
  if (!isViewable(exhibit))
    return <EmptyState icon={IconFileOff} title={t('exhibit/previewNone')} help={t('exhibit/previewNoneHelp')} />;
  return (
    <EmptyState
      icon={IconPhoto}
      title={ready
        .map(({ name }) => visible(name))
        .slice(0, 3)
        .join(', ')}
      help={t('exhibit/previewHelp')}
    >
      {exhibit.may.open.allowed ? (
        <Button variant="default" leftSection={<IconEye size={15} aria-hidden />} onClick={onView}>
          {t('exhibit/view')}
        </Button>
      ) : null}
    </EmptyState>
  );
}

function Preview({ exhibit, opening, onView }: { exhibit: EvidenceView; opening: OpeningView; onView: () => void }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const files = opening.files.filter(({ renditions }) => renditions.length > 0);
  const [chosen, setChosen] = useState(0);
  const link = useLink(jit.id, exhibit.id, opening);
  const file = files[chosen];
  const page = file?.renditions[0];
  if (!file || !page) return <Before exhibit={exhibit} onView={onView} />;
  return (
    <>
      <div className={classes['preview']}>
        <Page
          key={file.id}
          name={visible(file.name)}
          mediaType={page.media_type}
          zoom={0.75}
          mark={`${seat.code} · ${exhibit.exhibit_number}`}
          number={1}
          link={() =>
            link(
              (now) =>
                now.files.find(({ id }) => id === file.id)?.renditions.find((one) => one.page === page.page)?.link,
            )
          }
        />
      </div>
      <div className={classes['thumbs']}>
        {files.map(({ id, name }, index) => (
          <button key={id} type="button" aria-current={index === chosen} onClick={() => setChosen(index)}>
            <FileName>{name}</FileName>
          </button>
        ))}
        <span className="dim">{t('exhibit/previewHelp')}</span>
      </div>
    </>
  );
}
