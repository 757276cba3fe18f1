/** Access of each party in words: level, end and reason. Another party sees its own row only. */
import { Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, ReleaseView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { LevelBars } from '@/components/sharing/LevelBars';
import { When } from '@/components/text/When';
import classes from './Exhibit.module.css';

export function SharedSummary({ exhibit, onChange }: { exhibit: EvidenceView; onChange: () => void }) {
  const { t } = useTranslation();
  const { parties, seat } = useTeam();
  const ours = exhibit.mine || (seat.party !== null && exhibit.joint.includes(seat.party));
  const byParty = new Map(exhibit.releases.map((release) => [release.party, release]));
  const shown = parties.filter(
    ({ code, status }) => code !== exhibit.originator && (ours ? status === 'active' : byParty.has(code)),
  );
  const count = shown.filter(({ code }) => byParty.has(code)).length;
  const title = ours ? t('exhibit/sharedWith', { count, total: shown.length }) : t('exhibit/yourAccess');
  return (
    <Panel
      title={title}
      flush
      aside={
        exhibit.may.release.allowed ? (
          <Button variant="subtle" size="compact-xs" onClick={onChange}>
            {t('exhibit/change')}
          </Button>
        ) : null
      }
    >
      <Table className={classes['shared'] ?? ''} verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exhibit/party')}</Table.Th>
            <Table.Th>{t('exhibit/access')}</Table.Th>
            <Table.Th>{t('exhibit/until')}</Table.Th>
            <Table.Th>{t('exhibit/why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ code, name }) => (
            <Row key={code} name={name} release={byParty.get(code) ?? null} />
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function Row({ name, release }: { name: string; release: ReleaseView | null }) {
  const { t } = useTranslation();
  const level = release?.level ?? 'none';
  return (
    <Table.Tr data-none={release === null || undefined}>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>
        <span className={classes['level']}>
          <LevelBars level={level} /> {t(`level/${level}`)}
        </span>
        {release && release.state !== 'effective' ? <div className="dim">{t(`releases/${release.state}`)}</div> : null}
      </Table.Td>
      <Table.Td>
        {release ? release.until ? <When at={release.until} form="column" /> : t('exhibit/noEnd') : '–'}
      </Table.Td>
      <Table.Td>
        {release ? (
          <>
            {release.basis?.startsWith('consent:')
              ? t('releases/byConsent')
              : (release.basis ?? t('exhibit/byDecision', { seat: release.granted_by }))}
          </>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
