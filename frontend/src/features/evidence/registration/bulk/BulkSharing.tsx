/** Sharing of several new exhibits: each by the rules of the party, or the same for all. */
import { Group, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EMPTY } from '@/components/sharing/draft';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { Panel } from '@/components/layout/Panel';
import type { RegisterForm } from '@/features/evidence/registration/form';
import { Consequences } from '@/features/evidence/registration/SharingStep';
import { SharingTable } from '@/features/evidence/registration/SharingTable';
import type { Sharing } from '@/features/evidence/registration/useSharing';

/** The sharing that a leader chooses for all exhibits. Nothing is proposed: the exhibits may fall under several rules. */
function useChosen(form: RegisterForm): Sharing & { proposals: NonNullable<Sharing['proposals']> } {
  const { parties, seat, may } = useTeam();
  const drafts = form.values.releases;
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  return {
    proposals: others.map(({ code: party }) => ({ party, draft: EMPTY, rules: [], because: '', gated: false })),
    error: null,
    retry: () => undefined,
    drafts,
    shared: others.map(({ code }) => code).filter((code) => (drafts[code] ?? EMPTY).level !== 'none'),
    mayChange: may('releases:grant'),
    ruled: false,
    nameOf: (rule) => rule,
    change: (party, draft) => form.setFieldValue('releases', { ...drafts, [party]: draft }),
    restore: () => form.setFieldValue('releases', {}),
  };
}

export function BulkSharing({ form, error }: { form: RegisterForm; error: unknown }) {
  const { t } = useTranslation();
  const chosen = useChosen(form);
  const { ruled } = form.values;
  return (
    <Panel title={t('bulk/sharingTitle')}>
      <Stack gap="xs">
        {chosen.mayChange ? (
          <Radio.Group
            value={ruled ? 'rules' : 'same'}
            onChange={(value) => form.setFieldValue('ruled', value === 'rules')}
            aria-label={t('bulk/sharingTitle')}
          >
            <Group gap="lg">
              <Radio value="rules" label={t('bulk/byRules')} />
              <Radio value="same" label={t('bulk/sameForAll')} />
            </Group>
          </Radio.Group>
        ) : null}
        {ruled ? (
          <Text size="sm" c="dimmed">
            {t('bulk/sharing')}
          </Text>
        ) : (
          <>
            <SharingTable proposals={chosen.proposals} form={form} sharing={chosen} />
            <Consequences proposals={chosen.proposals} sharing={chosen} joint={[]} />
          </>
        )}
        <PrivilegeCheck
          checked={form.values.privilege_checked}
          onChecked={(checked) => form.setFieldValue('privilege_checked', checked)}
          missing={lacksCheck(error)}
          review={{
            asked: form.values.may_hold_privileged,
            onAsked: (asked) => form.setFieldValue('may_hold_privileged', asked),
          }}
        />
      </Stack>
    </Panel>
  );
}
