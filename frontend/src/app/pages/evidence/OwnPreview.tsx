/**
 * The preview of an exhibit of one's own party. It is recorded as a view, in the working session that was open when the member
 * turned to the exhibit; without one, nothing is shown or recorded.
 */
import { Loader } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, OpeningView, WorkingSessionView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useImmediateOpening } from '@/features/custody/openings/useOpen';
import { useWorkingSession } from '@/features/custody/working-sessions/queries';
import classes from './Exhibit.module.css';

type Props = {
  exhibit: EvidenceView;
  onOpened: (opening: OpeningView) => void;
  /** What is shown instead. */
  children: ReactNode;
};

export function OwnPreview(props: Props) {
  const { mine, may, files } = props.exhibit;
  const session = useWorkingSession();
  const shows =
    mine &&
    may.open.allowed &&
    // A text to acknowledge is read first.
    !may.open.obligations.includes('acknowledge_h3') &&
    files.some(({ state, has_rendition: has }) => state === 'ready' && has);
  if (!shows || session === undefined) return props.children;
  return <Within {...props} session={session} />;
}

function Within({ session, ...props }: Props & { session: WorkingSessionView | null }) {
  // One that is begun meanwhile opens nothing by itself.
  const [within] = useState(session);
  return within?.here ? <Opened {...props} within={within} /> : props.children;
}

function Opened({ exhibit, within, onOpened, children }: Props & { within: WorkingSessionView }) {
  const { t } = useTranslation();
  const error = useImmediateOpening(exhibit, within, onOpened);
  if (!error)
    return (
      <div className={classes['preview']}>
        <Loader size="sm" aria-label={t('common/loading')} />
      </div>
    );
  return (
    <>
      <ProblemNotice error={error} />
      {children}
    </>
  );
}
