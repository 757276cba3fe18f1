/** An exhibit that its originator recalled while the page was open: what happened, and what remains to be done. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceView } from '@/api/views';
import { EmptyState } from '@/components/layout/EmptyState';
import type { Fact } from '@/realtime/frames';

/**
 * Whether the end of access is a recall that arrived since the page was opened. Facts: newest first. A release after
 * the recall gave access again.
 */
export function isRecalled(facts: readonly Fact[], since: number, { mine, id }: EvidenceView): boolean {
  const latest = facts.find(
    ({ kind, subject }) => subject.evidence === id && (kind === 'evidence.released' || kind === 'evidence.recalled'),
  );
  return !mine && latest?.kind === 'evidence.recalled' && latest.position > since;
}

export function Recalled({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const queries = useQueryClient();
  // The address answers "not found" once the reader leaves this page.
  useEffect(
    () => () => queries.removeQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) }),
    [queries, jit.id, exhibit.id],
  );
  return (
    <EmptyState
      icon={IconArrowBackUp}
      title={t('exhibit/recalledTitle', { party: partyName(exhibit.originator) })}
      help={t('exhibit/recalledHelp')}
      page
    >
      <Button component={Link} to={`/jits/${jit.id}/copies`}>
        {t('exhibit/toCopies')}
      </Button>
    </EmptyState>
  );
}
