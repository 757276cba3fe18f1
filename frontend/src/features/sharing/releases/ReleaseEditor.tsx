/** The release for one party: level and conditions, with the changes in words before saving. */
import { Box, Button, Group, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { release as decide } from '@/api/actions';
import { isStale } from '@/api/problem';
import { exhibitQuery, keys } from '@/api/queries';
import type { EvidenceView, ReleaseView } from '@/api/views';
import { useTeam } from '@/api/team';
import { SideDialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Foreseen } from '@/components/sharing/Foreseen';
import { Conditions } from '@/components/sharing/Conditions';
import { changeOf, draftOf, formOf, problemsOf } from '@/components/sharing/draft';
import { LevelChoice } from '@/components/sharing/LevelChoice';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { listed } from '@/components/sharing/words';
import { gatesOf } from './gatesOf';
import { Preview } from './Preview';

type Props = {
  exhibit: EvidenceView;
  party: string;
  recallable: boolean;
  onClose: () => void;
  onRecall: (release: ReleaseView) => void;
};

export function ReleaseEditor({ exhibit, party, recallable, onClose, onRecall }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale, partyName } = useTeam();
  const queries = useQueryClient();
  const now = exhibit.releases.find((one) => one.party === party) ?? null;
  // The release that the user sees: as it was when the editor opened, or as reloaded after a conflict.
  const [before, setBefore] = useState(now);
  const [draft, setDraft] = useState(() =>
    now ? draftOf(now, zone) : { ...draftOf(null, zone), level: 'listed' as const },
  );
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState(false);
  const base = draftOf(before, zone);
  const change = changeOf(base, draft);
  const wrong = Object.keys(problemsOf(draft, exhibit.tlp, zone, Date.now())).length > 0;
  const save = useMutation({
    mutationFn: () => {
      const form = formOf(draft, zone);
      if (!form) throw new Error('nothing to grant');
      return decide(jit.id, exhibit.id, party, { ...form, privilege_checked: checked }, before);
    },
    onSuccess: (decided) => {
      void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) });
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
      const gates = 'waits_for' in decided ? gatesOf(decided, { t, locale, partyName }) : null;
      notifications.show({
        message: gates ? t('gates/saved', { gates, party: partyName(party) }) : t('releases/saved'),
      });
      onClose();
    },
    onError: async (error) => {
      if (!isStale(error)) return;
      const fresh = await queries.query({ ...exhibitQuery(jit.id, exhibit.id), staleTime: 0 });
      setBefore(fresh.releases.find((one) => one.party === party) ?? null);
    },
  });
  const stale = isStale(save.error);
  const obtained = [exhibit.originator, ...exhibit.joint];
  const first = exhibit.privilege === null && exhibit.releases.every(({ party: code }) => obtained.includes(code));
  const missing = lacksCheck(save.error) || (tried && first && !checked);
  const act = () => {
    if (change === 'end' && before) onRecall(before);
    else if (first && !checked) setTried(true);
    else save.mutate();
  };
  return (
    <SideDialog onClose={onClose} title={t('releases/edit', { party: partyName(party) })} size="38rem">
      <Stack gap="md">
        {stale ? <Notice tone="warn">{t('releases/staleHelp')}</Notice> : null}
        <div>
          <LevelChoice
            label={t('releases/level')}
            value={draft.level}
            withNone={before !== null && recallable}
            onChange={(level) => setDraft({ ...draft, level })}
          />
        </div>
        <span className="dim">{t(`level/${draft.level}Help`)}</span>
        {draft.level === 'none' ? null : (
          <Conditions party={party} draft={draft} tlp={exhibit.tlp} onChange={setDraft} />
        )}
        <section>
          <Title order={2} mb="xs">
            {t('releases/preview')}
          </Title>
          <Preview party={party} before={base} after={draft} change={change} />
          {exhibit.joint.length > 0 && !['nothing', 'end'].includes(change) ? (
            <Box mt="xs">
              <Notice tone="locked">
                {t('joint/needs', { parties: listed(exhibit.joint.map(partyName), locale) })}
              </Notice>
            </Box>
          ) : null}
          {change === 'nothing' || wrong ? null : (
            <>
              <Title order={3} my="xs">
                {t('rules/whoCould')}
              </Title>
              <Foreseen
                wish={{
                  evidence: exhibit.id,
                  release: { ...(formOf(draft, zone) ?? { level: 'none' as const }), party },
                }}
                only={[party]}
              />
            </>
          )}
        </section>
        {first || missing ? <PrivilegeCheck checked={checked} onChecked={setChecked} missing={missing} /> : null}
        {stale || lacksCheck(save.error) ? null : <ProblemNotice error={save.error} />}
        <Group justify="space-between" gap="xs">
          {before && recallable ? (
            <Button variant="subtle" color="red" c="var(--l-bad)" onClick={() => onRecall(before)}>
              {t('releases/recall')}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button
              loading={save.isPending}
              disabled={change === 'nothing' || wrong}
              {...(change === 'end' ? { color: 'red' } : {})}
              onClick={act}
            >
              {change === 'end' ? t('releases/recall') : t('releases/save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </SideDialog>
  );
}
