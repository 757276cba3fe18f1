/** The dialog of the act that was chosen: a custody event, a handover, an answer, or a correction. */
import type { EntryView, EvidenceView } from '@/api/views';
import type { HandoverAnswer, PhysicalCustodyView, Step } from './queries';
import { ActDialog } from './ActDialog';
import { AnswerDialog } from './AnswerDialog';
import { CorrectDialog } from './CorrectDialog';
import { OfferDialog } from './OfferDialog';

/** `at`: the custody that the user saw. If it changed since, the server refuses, so that nobody overwrites it unseen. */
export type Doing = { at: PhysicalCustodyView } & (
  | { do: 'act'; step: Step }
  | { do: 'offer' }
  | { do: 'answer'; kind: HandoverAnswer }
  | { do: 'correct'; entry: EntryView }
);

export function CustodyDialog({
  exhibit,
  doing,
  onClose,
}: {
  exhibit: EvidenceView;
  doing: Doing;
  onClose: () => void;
}) {
  const { at } = doing;
  switch (doing.do) {
    case 'act':
      return <ActDialog exhibit={exhibit} at={at} step={doing.step} onClose={onClose} />;
    case 'offer':
      return <OfferDialog exhibit={exhibit} at={at} onClose={onClose} />;
    case 'answer':
      return at.handover ? (
        <AnswerDialog exhibit={exhibit} at={at} one={at.handover} kind={doing.kind} onClose={onClose} />
      ) : null;
    case 'correct':
      return <CorrectDialog exhibit={exhibit} at={at} entry={doing.entry} onClose={onClose} />;
  }
}
