/** Sharing of the selected exhibits: one request for each, under the same guards as for a single one. */
import { Select, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { release } from '@/api/actions';
import { exhibitQuery, keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { LEVELS, type EvidenceSummary, type Level } from '@/api/views';
import { PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { EachDialog } from './EachDialog';
import { useEach } from './useEach';

type Props = { exhibits: readonly EvidenceSummary[]; onClose: () => void };

export function ShareMany({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit, parties, seat } = useTeam();
  const queries = useQueryClient();
  const own = exhibits.filter(({ mine, status }) => mine && status === 'active');
  // Exhibits that no other party has need the confirmation; the server decides about each.
  const first = own.some(({ originator, released_to: others }) => others.every((code) => code === originator));
  const form = useForm<{ party: string | null; level: Level; checked: boolean }>({
    initialValues: { party: null, level: 'readable', checked: false },
    validate: {
      party: (value) => (value === null ? t('evidence/shareNeedsParty') : null),
      checked: (value) => (value || !first ? null : t('register/checkedFirst')),
    },
  });
  const each = useEach(async ({ id }) => {
    const { party, level, checked } = form.getValues();
    if (party === null) return 'done';
    const { releases } = await queries.query({ ...exhibitQuery(jit.id, id), staleTime: 0 });
    const before = releases.find((one) => one.party === party) ?? null;
    const made = await release(jit.id, id, party, { level, privilege_checked: checked }, before);
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
      ready={() => !form.validate().hasErrors}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          required
          label={t('evidence/shareWith')}
          data={others.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('party')}
        />
        <Select
          required
          allowDeselect={false}
          label={t('evidence/shareLevel')}
          data={LEVELS.map((value) => ({ value, label: t(`level/${value}`) }))}
          {...form.getInputProps('level')}
        />
      </SimpleGrid>
      <PrivilegeCheck
        checked={form.values.checked}
        onChecked={(checked) => form.setFieldValue('checked', checked)}
        missing={form.errors['checked'] !== undefined}
      />
    </EachDialog>
  );
}
