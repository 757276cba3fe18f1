/** The conditions of a release: who by name, from when until when, for what, on which basis. */
import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PURPOSES, type Tlp } from '@/api/views';
import { useTeam } from '@/api/team';
import { problemsOf, type Draft } from './draft';

/** `party` null: of no one party, so nobody in it is named. `withBasis`: whether the basis is stated here. */
type Props = { party: string | null; draft: Draft; tlp: Tlp; withBasis?: boolean; onChange: (draft: Draft) => void };

export function Conditions({ party, draft, tlp, withBasis = true, onChange }: Props) {
  const { t } = useTranslation();
  const { parties, members, zone } = useTeam();
  const wrong = problemsOf(draft, tlp, zone, Date.now());
  const say = (problem: (typeof wrong)[keyof typeof wrong]) => (problem === undefined ? null : problem === 'gap' ? t('register/gap', { zone }) : t(`releases/${problem}`));
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next });
  const seats = members.filter((seat) => seat.party === party && seat.state !== 'ended');
  const authorities = parties.find(({ code }) => code === party)?.authorities ?? [];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      {party === null ? null : <>
      <MultiSelect
        size="xs" clearable searchable label={t('releases/seats')} description={t('releases/seatsHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} error={say(wrong.seats)}
        data={seats.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))} value={draft.seats} onChange={(next) => set({ seats: next })}
      />
      <MultiSelect
        size="xs" clearable label={t('releases/authorities')} description={t('releases/authoritiesHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} error={say(wrong.authorities)}
        data={authorities.map(({ code, name }) => ({ value: code, label: name }))} value={draft.authorities} onChange={(next) => set({ authorities: next })}
      />
      </>}
      <TextInput size="xs" type="datetime-local" label={t('releases/from')} description={t('releases/zone', { zone })} inputWrapperOrder={['label', 'input', 'description', 'error']} error={say(wrong.from)} value={draft.from} onChange={(event) => set({ from: event.currentTarget.value })} />
      <TextInput size="xs" type="datetime-local" label={t('releases/until')} description={t('releases/zone', { zone })} inputWrapperOrder={['label', 'input', 'description', 'error']} error={say(wrong.until)} value={draft.until} onChange={(event) => set({ until: event.currentTarget.value })} />
      <MultiSelect
        size="xs" clearable label={t('releases/purposes')} description={t('releases/purposesHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))} value={draft.purposes} onChange={(next) => set({ purposes: next })}
      />
      {withBasis ? <TextInput size="xs" label={t('releases/basis')} description={t('releases/basisHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} maxLength={300} value={draft.basis} onChange={(event) => set({ basis: event.currentTarget.value })} /> : null}
    </SimpleGrid>
  );
}
