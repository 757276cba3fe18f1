/** The access of each party to new exhibits, which a leader changes party by party. */
import { Button, Group, Select, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LEVELS } from '@/api/views';
import { gated, useTeam } from '@/api/team';
import { Term } from '@/components/help/Term';
import { Conditions } from '@/components/sharing/Conditions';
import { EMPTY, type Draft } from '@/components/sharing/draft';
import { LevelBars } from '@/components/sharing/LevelBars';
import { fullTime } from '@/lib/time';
import type { RegisterForm } from './form';
import type { Proposal } from './proposal';
import type { Sharing } from './useSharing';
import classes from './Register.module.css';

type Props = { proposals: readonly Proposal[]; form: RegisterForm; sharing: Sharing };

export function SharingTable({ proposals, form, sharing }: Props) {
  const { t } = useTranslation();
  return (
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
