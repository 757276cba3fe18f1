/** Second step: access of each party as the rules propose it, with the reason; declarations; and what will happen. */
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { gated, useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { listed } from '@/components/sharing/words';
import { EnteredSummary } from './EnteredSummary';
import { LevelLegend } from './LevelLegend';
import type { RegisterForm } from './form';
import type { Proposal } from './proposal';
import { SharingTable } from './SharingTable';
import type { Sharing } from './useSharing';
import classes from './Register.module.css';

type Props = {
  form: RegisterForm;
  sharing: Sharing;
  files: readonly { file: File }[];
  /** Whether the check was asked for in vain. */
  unchecked: boolean;
};

export function SharingStep({ form, sharing, files, unchecked }: Props) {
  const { t } = useTranslation();
  const { seat, partyName } = useTeam();
  const own = seat.party ? partyName(seat.party) : '';
  const { values } = form;
  const { proposals, mayChange, ruled } = sharing;
  return (
    <div className={classes['columns']}>
      <Stack gap="md">
        <EnteredSummary values={values} files={files} />
        <Panel
          title={t('register/shareWith')}
          flush
          aside={
            mayChange && ruled ? (
              <Group gap="sm">
                <span>{t(values.ruled ? 'register/proposed' : 'register/changed')}</span>
                {values.ruled ? null : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    leftSection={<IconRotate size={13} aria-hidden />}
                    onClick={sharing.restore}
                  >
                    {t('register/restore')}
                  </Button>
                )}
              </Group>
            ) : null
          }
        >
          {mayChange ? null : (
            <div className={classes['pad']}>
              <Notice tone="locked">{t(ruled ? 'register/memberRuled' : 'register/memberOnly', { party: own })}</Notice>
            </div>
          )}
          {sharing.error ? <ProblemNotice error={sharing.error} onRetry={sharing.retry} /> : null}
          {proposals ? (
            <SharingTable proposals={proposals} form={form} sharing={sharing} />
          ) : sharing.error ? null : (
            <Skeleton height={120} m="md" role="status" aria-label={t('common/loading')} />
          )}
        </Panel>
        {files.length > 0 || sharing.shared.length > 0 || values.handling.some((code) => code !== 'H0') ? (
          <Panel title={t('register/before')}>
            <Stack gap="xs">
              {files.length > 0 || sharing.shared.length > 0 ? (
                <PrivilegeCheck
                  checked={values.privilege_checked}
                  onChecked={(checked) => form.setFieldValue('privilege_checked', checked)}
                  missing={unchecked}
                  review={{
                    asked: values.may_hold_privileged,
                    onAsked: (asked) => form.setFieldValue('may_hold_privileged', asked),
                  }}
                />
              ) : null}
              {values.handling
                .filter((code) => code !== 'H0')
                .map((code) => (
                  <Text key={code} size="sm">
                    {t('register/handlingNote', { code, meaning: t(`handling/${code}`) })}
                  </Text>
                ))}
            </Stack>
          </Panel>
        ) : null}
        {proposals ? <Consequences proposals={proposals} sharing={sharing} joint={values.joint} /> : null}
      </Stack>
      <LevelLegend />
    </div>
  );
}

export function Consequences({
  proposals,
  sharing,
  joint,
}: {
  proposals: Proposal[];
  sharing: Sharing;
  joint: string[];
}) {
  const { t } = useTranslation();
  const { parties, partyName, locale } = useTeam();
  const name = (codes: string[]) => listed(codes.map(partyName), locale);
  const waits = (code: string) =>
    gated(parties, code) || (proposals.find(({ party }) => party === code)?.gated ?? false);
  const now = sharing.shared.filter((code) => !waits(code));
  const later = sharing.shared.filter(waits);
  const never = proposals.map(({ party }) => party).filter((code) => !sharing.shared.includes(code));
  return (
    <Notice title={t('register/willHappen')}>
      {now.length > 0 ? <div>{t('register/willShare', { parties: name(now) })}</div> : null}
      {later.length > 0 ? <div>{t('register/willGate', { parties: name(later) })}</div> : null}
      {never.length > 0 && sharing.shared.length > 0 ? (
        <div>{t('register/willNot', { parties: name(never) })}</div>
      ) : null}
      {sharing.shared.length === 0 ? <div>{t('register/originatorAlone')}</div> : null}
      {joint.length > 0 ? <div>{t('joint/needs', { parties: name(joint) })}</div> : null}
    </Notice>
  );
}
