/** Second step: access of each party as the rules propose it, with the reason; declarations; and what will happen. */
import { Button, Group, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/views';
import { gated, useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Conditions } from '@/components/sharing/Conditions';
import { EMPTY, type Draft } from '@/components/sharing/draft';
import { LevelBars } from '@/components/sharing/LevelBars';
import { PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { listed } from '@/components/sharing/words';
import { fullTime } from '@/lib/time';
import { EnteredSummary } from './EnteredSummary';
import { LevelLegend } from './LevelLegend';
import type { RegisterForm } from './form';
import type { Proposal } from './proposal';
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
            <Table className={classes['sharing'] ?? ''} verticalSpacing="xs" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('exhibit/party')}</Table.Th>
                  <Table.Th>
                    <Term of="level">{t('exhibit/access')}</Term>
                  </Table.Th>
                  <Table.Th>{t('exhibit/until')}</Table.Th>
                  <Table.Th>{t('exhibit/why')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {proposals.map((proposal) => (
                  <PartyRow key={proposal.party} proposal={proposal} form={form} sharing={sharing} />
                ))}
              </Table.Tbody>
            </Table>
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

function Consequences({ proposals, sharing, joint }: { proposals: Proposal[]; sharing: Sharing; joint: string[] }) {
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

function PartyRow({ proposal, form, sharing }: { proposal: Proposal; form: RegisterForm; sharing: Sharing }) {
  const { t } = useTranslation();
  const { parties, partyName, zone, locale } = useTeam();
  const { party } = proposal;
  const [opened, setOpened] = useState(false);
  const draft = sharing.drafts[party] ?? EMPTY;
  const joint = form.values.joint.includes(party);
  const wrong = form.errors[`releases.${party}`] !== undefined;
  const open = draft.level !== 'none' && (opened || wrong);
  const name = partyName(party);
  const levels = (['none', ...LEVELS] as const).map((value) => ({ value, label: t(`level/${value}`) }));
  const set = (next: Draft) => sharing.change(party, next);
  const why = form.values.ruled
    ? proposal.rules.length > 0
      ? t('register/byRules', { rules: proposal.rules.map(sharing.nameOf).join(', ') })
      : t('register/noRule')
    : draft.level === 'none'
      ? null
      : t('register/byHand');
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">{name}</Table.Th>
        <Table.Td>
          {joint ? (
            t('joint/holds')
          ) : sharing.mayChange ? (
            <Select
              size="xs"
              w="15rem"
              allowDeselect={false}
              aria-label={t('register/accessOf', { party: name })}
              leftSection={<LevelBars level={draft.level} />}
              leftSectionWidth={36}
              data={levels}
              value={draft.level}
              onChange={(level) => set({ ...draft, level: level ?? 'none' })}
            />
          ) : (
            <Group gap="xs" wrap="nowrap">
              <LevelBars level={draft.level} />
              {t(`level/${draft.level}`)}
            </Group>
          )}
        </Table.Td>
        <Table.Td>
          {draft.level === 'none' ? '–' : draft.until ? fullTime(draft.until, zone, locale) : t('exhibit/noEnd')}
        </Table.Td>
        <Table.Td>
          {why}
          {draft.basis ? <div className="dim">{draft.basis}</div> : null}
          {gated(parties, party) ? <div className={classes['warn']}>{t('register/thirdCountry')}</div> : null}
          {sharing.mayChange && !joint && draft.level !== 'none' ? (
            <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpened(!open)}>
              {t('register/conditions')}
            </Button>
          ) : null}
        </Table.Td>
      </Table.Tr>
      {open ? (
        <Table.Tr>
          <Table.Td colSpan={4}>
            <Conditions party={party} draft={draft} tlp={form.values.tlp} onChange={set} />
          </Table.Td>
        </Table.Tr>
      ) : null}
    </>
  );
}
