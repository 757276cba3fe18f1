/** The parties with which an exhibit is shared: access, end, and the reason for each. Other parties see their own row. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, PartyView, ReleaseView, WaitingReleaseView } from '@/api/views';
import { useTeam } from '@/api/team';
import { useBecause } from '@/components/exhibits/useBecause';
import { Term } from '@/components/help/Term';
import { Panel } from '@/components/layout/Panel';
import { When } from '@/components/text/When';
import { AccessLevel } from './AccessLevel';
import { waitingQuery } from './queries';
import { isRecallable } from './recallable';
import { RecallDialog } from './RecallDialog';
import { ReleaseEditor } from './ReleaseEditor';
import { useReason } from './useReason';
import { WaitingRow } from './WaitingRow';
import classes from './Releases.module.css';

/** The order of the rows: parties with more access come first. */
const LEVELS: readonly string[] = ['held', 'readable', 'listed', 'none'];

type Props = {
  exhibit: EvidenceView;
  copiesOut: (party: string) => number;
  /** Without the releases that wait for an approval. */
  compact?: boolean;
};

export function SharingTable({ exhibit, copiesOut, compact = false }: Props) {
  const { t } = useTranslation();
  const { jit, parties, seat } = useTeam();
  const because = useBecause();
  const [editing, setEditing] = useState<string | null>(null);
  const [recalling, setRecalling] = useState<ReleaseView | null>(null);
  const jointly = seat.party !== null && exhibit.joint.includes(seat.party);
  const ours = exhibit.mine || jointly;
  const all = exhibit.sees.releases === 'all';
  const obtained = (code: string) => code === exhibit.originator || exhibit.joint.includes(code);
  const waiting = useQuery({ ...waitingQuery(jit.id, exhibit.id), enabled: ours }).data?.items ?? [];
  const may = exhibit.may.release;
  const byParty = new Map(exhibit.releases.map((release) => [release.party, release]));
  const rank = ({ code }: PartyView) => (obtained(code) ? -1 : LEVELS.indexOf(byParty.get(code)?.level ?? 'none'));
  const shown = parties
    .filter(({ code, status }) => byParty.has(code) || (all && status === 'active'))
    .toSorted((one, other) => rank(one) - rank(other));
  const others = shown.filter(({ code }) => !obtained(code));
  const reached = others.filter(({ code }) => byParty.get(code)?.state === 'effective').length;
  const title = all ? t('releases/sharedWith', { count: reached, all: others.length }) : t('releases/title');
  const role = may.because.includes('role_may_not') ? t('releases/leadersOnly') : because(may.because);
  const aside = !all ? t('releases/readOnly') : !ours ? t('releases/everyParty') : may.allowed ? null : role;
  return (
    <Panel title={title} flush aside={aside}>
      <div className={classes['fitted']}>
        <Table className={classes['table'] ?? ''} aria-label={t('releases/title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('releases/party')}</Table.Th>
              <Table.Th>
                <Term of="level">{t('releases/level')}</Term>
              </Table.Th>
              <Table.Th>{t('releases/until')}</Table.Th>
              <Table.Th>{t('releases/why')}</Table.Th>
              {may.allowed || jointly ? (
                <Table.Th>
                  <span className="visually-hidden">{t('releases/actions')}</span>
                </Table.Th>
              ) : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((party) => (
              <Row
                key={party.code}
                exhibit={exhibit}
                party={party}
                release={byParty.get(party.code) ?? null}
                waiting={waiting}
                origin={obtained(party.code)}
                actions={may.allowed || jointly}
                onEdit={may.allowed ? () => setEditing(party.code) : null}
                onRecall={jointly && exhibit.may.withdraw.allowed ? setRecalling : null}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {compact || waiting.length === 0 ? null : (
        <ul className={classes['list']} aria-label={t('releases/waiting')}>
          {waiting.map((wish) => (
            <li key={wish.id} className={classes['row']}>
              <WaitingRow wish={wish} />
            </li>
          ))}
        </ul>
      )}
      {editing ? (
        <ReleaseEditor
          key={editing}
          exhibit={exhibit}
          party={editing}
          recallable={isRecallable(exhibit, waiting, editing)}
          onClose={() => setEditing(null)}
          onRecall={(release) => {
            setEditing(null);
            setRecalling(release);
          }}
        />
      ) : null}
      {recalling ? (
        <RecallDialog
          exhibit={exhibit}
          release={recalling}
          copies={copiesOut(recalling.party)}
          onClose={() => setRecalling(null)}
        />
      ) : null}
    </Panel>
  );
}

type RowProps = {
  exhibit: EvidenceView;
  party: PartyView;
  release: ReleaseView | null;
  waiting: readonly WaitingReleaseView[];
  origin: boolean;
  actions: boolean;
  onEdit: (() => void) | null;
  onRecall: ((release: ReleaseView) => void) | null;
};

function Row({ exhibit, party, release, waiting, origin, actions, onEdit, onRecall }: RowProps) {
  const { t } = useTranslation();
  const edit = t(release ? 'releases/editFor' : 'releases/shareWith', { party: party.name });
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['party'] ?? ''}>
        {party.name}
      </Table.Th>
      <Table.Td>
        {origin ? (
          <AccessLevel level="held" word={t(exhibit.joint.length > 0 ? 'joint/own' : 'releases/own')} />
        ) : (
          <AccessLevel level={release?.level ?? 'none'} />
        )}
        {release && !origin && release.state !== 'effective' ? (
          <span className={classes['state']}>{t(`releases/${release.state}`)}</span>
        ) : null}
        {release && !origin ? <Named release={release} party={party} /> : null}
      </Table.Td>
      <Table.Td data-label={t('releases/until')} data-labelled={release?.until && !origin ? true : undefined}>
        {release && !origin ? (
          <>
            {release.not_before ? (
              <div>
                {t('releases/from')} <When at={release.not_before} />
              </div>
            ) : null}
            {release.until ? <When at={release.until} /> : <span className="dim">{t('releases/noEnd')}</span>}
          </>
        ) : (
          <span className={classes['nothing']}>–</span>
        )}
      </Table.Td>
      <Table.Td>
        {origin ? (
          <span className={classes['nothing']}>–</span>
        ) : release ? (
          <Why release={release} />
        ) : (
          <span className="dim">{t('releases/notShared')}</span>
        )}
      </Table.Td>
      {actions ? (
        <Table.Td className={classes['acts'] ?? ''}>
          {onEdit && !origin ? (
            <Button size="compact-xs" variant="default" aria-label={edit} onClick={onEdit}>
              {t(release ? 'releases/change' : 'releases/share')}
            </Button>
          ) : null}
          {onRecall && release && !origin && isRecallable(exhibit, waiting, party.code) ? (
            <Button size="compact-xs" variant="default" onClick={() => onRecall(release)}>
              {t('releases/recall')}
            </Button>
          ) : null}
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

/** The members, authorities and purposes to which access is limited. */
function Named({ release, party }: { release: ReleaseView; party: PartyView }) {
  const { t } = useTranslation();
  const { members } = useTeam();
  const name = (code: string) => members.find((one) => one.code === code)?.name ?? code;
  const authority = (code: string) => party.authorities.find((one) => one.code === code)?.name ?? code;
  const parts = [
    release.seats?.map(name).join(', '),
    release.authorities?.map(authority).join(', '),
    release.purposes?.map((purpose) => t(`purpose/${purpose as 'AUDIT'}`)).join(', '),
  ].filter(Boolean);
  return (
    <>
      {parts.map((part) => (
        <div key={part} className={classes['terms']}>
          {part}
        </div>
      ))}
    </>
  );
}

function Why({ release }: { release: ReleaseView }) {
  const { reason, basis } = useReason(release);
  return (
    <>
      <div>
        {reason}, <When at={release.granted_at} />
      </div>
      {basis ? <div className={classes['terms']}>{basis}</div> : null}
    </>
  );
}
