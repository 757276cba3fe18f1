/** Sharing of the selected exhibits with several parties, under the same rules as for a single one. */
import { MultiSelect, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantReleasesInBulk } from '@/api/generated/sdk.gen';
import { useTeam } from '@/api/team';
import { LEVELS, type EvidenceSummary, type Tlp } from '@/api/views';
import { Panel } from '@/components/layout/Panel';
import { Conditions } from '@/components/sharing/Conditions';
import { EMPTY, formOf, problemsOf, type Draft } from '@/components/sharing/draft';
import { PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { ManyDialog } from './ManyDialog';
import { useMany } from './useMany';

type Props = { exhibits: readonly EvidenceSummary[]; onClose: () => void };
const NEW: Draft = { ...EMPTY, level: 'readable' };
/** Markings that limit a release, the strictest first. */
const STRICT: readonly Tlp[] = ['RED', 'AMBER_STRICT'];

export function ShareMany({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, parties, seat, zone } = useTeam();
  const own = exhibits.filter(({ mine, status }) => mine && status === 'active');
  // Exhibits that no other party has need the confirmation; the server decides about each.
  const first = own.some(({ originator, released_to: others }) => others.every((code) => code === originator));
  const tlp = STRICT.find((one) => own.some((exhibit) => exhibit.tlp === one)) ?? 'AMBER';
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [checked, setChecked] = useState(false);
  const [tried, setTried] = useState(false);
  const chosen = Object.keys(drafts);
  const many = useMany(
    async (items, preview) => {
      const releases = chosen.flatMap((party) => {
        const form = formOf(drafts[party] ?? NEW, zone);
        return form ? [{ ...form, party }] : [];
      });
      const body = { items, releases, privilege_checked: checked, preview };
      return (await grantReleasesInBulk({ path: { jit: jit.id }, body, throwOnError: true })).data.items;
    },
    (rows) => {
      notifications.show({ message: t('many/shared', { count: rows.length }) });
      onClose();
    },
  );
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  const wrong = chosen.some((party) => Object.keys(problemsOf(drafts[party] ?? NEW, tlp, zone, Date.now())).length > 0);
  return (
    <ManyDialog
      title={t('evidence/shareTitle', { count: own.length })}
      help={t('evidence/shareHelp')}
      action={t('evidence/share')}
      exhibits={own}
      omitted={exhibits.length - own.length}
      parties={chosen}
      many={many}
      ready={() => {
        setTried(true);
        return chosen.length > 0 && !wrong && (checked || !first);
      }}
      onClose={onClose}
    >
      <MultiSelect
        required
        label={t('many/parties')}
        data={others.map(({ code, name }) => ({ value: code, label: name }))}
        value={chosen}
        error={tried && chosen.length === 0 ? t('many/needsParty') : null}
        onChange={(next) => setDrafts(Object.fromEntries(next.map((party) => [party, drafts[party] ?? NEW])))}
      />
      {chosen.map((party) => {
        const draft = drafts[party] ?? NEW;
        const change = (next: Draft) => setDrafts({ ...drafts, [party]: next });
        const name = parties.find(({ code }) => code === party)?.name ?? party;
        return (
          <Panel key={party} title={name}>
            <Stack gap="sm">
              <Select
                size="xs"
                allowDeselect={false}
                label={t('register/accessOf', { party: name })}
                data={LEVELS.map((value) => ({ value, label: t(`level/${value}`) }))}
                value={draft.level}
                onChange={(level) => change({ ...draft, level: level ?? draft.level })}
              />
              <Conditions party={party} draft={draft} tlp={tlp} onChange={change} />
            </Stack>
          </Panel>
        );
      })}
      <PrivilegeCheck checked={checked} onChecked={setChecked} missing={tried && first && !checked} />
    </ManyDialog>
  );
}
