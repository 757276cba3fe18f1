/** Fields for the conditions of a release: members, period, purposes, basis. */
import { MultiSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { PURPOSES, type Tlp } from '@/api/views';
import { useTeam } from '@/api/team';
import { problemsOf, type Draft } from './draft';
import { MemberChoice } from './MemberChoice';

/**
 * `party`: null if there is not exactly one party; no members can be named then. `withBasis`: whether the basis is a
 * field here.
 */
type Props = { party: string | null; draft: Draft; tlp: Tlp; withBasis?: boolean; onChange: (draft: Draft) => void };

export function Conditions({ party, draft, tlp, withBasis = true, onChange }: Props) {
  const { t } = useTranslation();
  const { zone } = useTeam();
  const wrong = problemsOf(draft, tlp, zone, Date.now());
  const say = (problem: (typeof wrong)[keyof typeof wrong]) =>
    problem === undefined ? null : problem === 'gap' ? t('register/gap', { zone }) : t(`releases/${problem}`);
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
      {party === null ? null : (
        <MemberChoice
          party={party}
          value={draft}
          onChange={set}
          seats={{ label: t('releases/seats'), help: t('releases/seatsHelp'), error: say(wrong.seats) }}
          authorities={{
            label: t('releases/authorities'),
            help: t('releases/authoritiesHelp'),
            error: say(wrong.authorities),
          }}
        />
      )}
      <DateField
        size="xs"
        withTime
        label={t('releases/from')}
        description={t('releases/zone', { zone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={say(wrong.from)}
        value={draft.from}
        onChange={(next) => set({ from: next })}
      />
      <DateField
        size="xs"
        withTime
        label={t('releases/until')}
        description={t('releases/zone', { zone })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={say(wrong.until)}
        value={draft.until}
        onChange={(next) => set({ until: next })}
      />
      <MultiSelect
        size="xs"
        clearable
        label={t('releases/purposes')}
        description={t('releases/purposesHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
        value={draft.purposes}
        onChange={(next) => set({ purposes: next })}
      />
      {withBasis ? (
        <TextInput
          size="xs"
          label={t('releases/basis')}
          description={t('releases/basisHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={300}
          value={draft.basis}
          onChange={(event) => set({ basis: event.currentTarget.value })}
        />
      ) : null}
    </SimpleGrid>
  );
}
