/** Sharing and export of the selected exhibits: one request for each, under the same guards as for a single one. */
import { Select, SimpleGrid } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { release } from '@/api/actions';
import { exhibitQuery, keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { LEVELS, type EvidenceSummary, type Level } from '@/api/views';
import { requestBundle } from '@/features/audit/exports/queries';
import { EachDialog } from './EachDialog';
import { useEach } from './useEach';

type Props = { exhibits: readonly EvidenceSummary[]; onClose: () => void };

export function ShareMany({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, parties, seat } = useTeam();
  const queries = useQueryClient();
  const [party, setParty] = useState<string | null>(null);
  const [level, setLevel] = useState<Level>('readable');
  const [tried, setTried] = useState(false);
  const own = exhibits.filter(({ mine, status }) => mine && status === 'active');
  const each = useEach(async ({ id }) => {
    if (party === null) return 'done';
    const { releases } = await queries.query({ ...exhibitQuery(jit.id, id), staleTime: 0 });
    const before = releases.find((one) => one.party === party) ?? null;
    const made = await release(jit.id, id, party, { level }, before);
    for (const queryKey of [keys.exhibit(jit.id, id), keys.custody(jit.id, id), keys.pool(jit.id)])
      void queries.invalidateQueries({ queryKey });
    return 'gates' in made ? 'gated' : 'done';
  });
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  return (
    <EachDialog
      title={t('evidence/shareTitle', { count: own.length })}
      help={t('evidence/shareHelp')}
      action={t('evidence/share')}
      exhibits={own}
      omitted={exhibits.length - own.length}
      each={each}
      ready={() => {
        setTried(true);
        return party !== null;
      }}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          required
          label={t('evidence/shareWith')}
          data={others.map(({ code, name }) => ({ value: code, label: name }))}
          value={party}
          error={tried && party === null ? t('evidence/shareNeedsParty') : null}
          onChange={setParty}
        />
        <Select
          required
          allowDeselect={false}
          label={t('evidence/shareLevel')}
          data={LEVELS.map((value) => ({ value, label: t(`level/${value}`) }))}
          value={level}
          onChange={(next) => setLevel(next ?? level)}
        />
      </SimpleGrid>
    </EachDialog>
  );
}

export function ExportMany({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const audits = seat.roles.includes('auditor');
  const own = exhibits.filter(({ mine }) => mine || audits);
  const each = useEach(async ({ id }) => {
    await requestBundle(jit.id, { profile: 'court', scope: { evidence: id } });
    void queries.invalidateQueries({ queryKey: keys.exports(jit.id) });
    return 'done';
  });
  return (
    <EachDialog
      title={t('evidence/exportTitle', { count: own.length })}
      help={t('evidence/exportHelp')}
      action={t('evidence/exportThem')}
      exhibits={own}
      omitted={exhibits.length - own.length}
      each={each}
      ready={() => true}
      onClose={onClose}
    />
  );
}
