/** Who may see an exhibit: every party in its place for the originator, one's own release for the others. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingQuery } from './queries';
import type { EvidenceView, PartyView, ReleaseView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { PartyCode } from '@/components/text/PartyCode';
import { When } from '@/components/text/When';
import { useBecause } from '@/components/exhibits/useBecause';
import { RecallDialog } from './RecallDialog';
import { ReleaseEditor } from './ReleaseEditor';
import { WaitingRow } from './WaitingRow';
import classes from './Releases.module.css';
import { hint } from '@/components/hints/hint';

export function ReleasesPanel({ exhibit, copiesOut }: { exhibit: EvidenceView; copiesOut: (party: string) => number }) {
  const { t } = useTranslation();
  const { jit, parties, seat } = useTeam();
  const because = useBecause();
  const [editing, setEditing] = useState<string | null>(null);
  const [recalling, setRecalling] = useState<ReleaseView | null>(null);
  const jointly = seat.party !== null && exhibit.joint.includes(seat.party);
  const ours = exhibit.mine || jointly;
  const obtained = (code: string) => code === exhibit.originator || exhibit.joint.includes(code);
  const waiting = useQuery({ ...waitingQuery(jit.id, exhibit.id), enabled: ours }).data?.items ?? [];
  const may = exhibit.may.release;
  const byParty = new Map(exhibit.releases.map((release) => [release.party, release]));
  const shown = parties.filter(({ code }) => byParty.has(code));
  return (
    <Panel
      title={t('releases/title')}
      flush
      aside={exhibit.mine ? (may.allowed ? null : because(may.because)) : jointly ? null : t('releases/readOnly')}
    >
      {ours ? (
        <div className={classes['codes']} role="group" aria-label={t('releases/title')}>
          {parties
            .filter(({ code, status }) => byParty.has(code) || status === 'active')
            .map((party) => (
              <CodeButton
                key={party.code}
                party={party}
                release={byParty.get(party.code) ?? null}
                origin={obtained(party.code)}
                onEdit={may.allowed && !obtained(party.code) ? () => setEditing(party.code) : null}
              />
            ))}
        </div>
      ) : null}
      <ul className={classes['list']}>
        {shown.map((party) => {
          const release = byParty.get(party.code) ?? null;
          const origin = obtained(party.code);
          const label = t('releases/edit', { party: party.name });
          return (
            <li key={party.code} className={classes['row']}>
              <PartyCode
                code={party.code}
                name={party.name}
                tone={
                  origin ? 'origin' : release ? (release.state === 'effective' ? release.level : 'pending') : 'plain'
                }
              />
              <div className={classes['main']}>
                <span className={classes['line']}>
                  <strong>{party.name}</strong>
                  <span className={classes['level']} data-none={!release || undefined}>
                    {t(`level/${release?.level ?? 'none'}`)}
                  </span>
                  {origin ? (
                    <span className="dim">{t(exhibit.joint.length > 0 ? 'joint/own' : 'releases/own')}</span>
                  ) : null}
                  {release && release.state !== 'effective' ? (
                    <span className={classes['state']}>{t(`releases/${release.state}`)}</span>
                  ) : null}
                </span>
                {release && !origin ? <Terms release={release} /> : null}
              </div>
              {may.allowed && !origin ? (
                <ActionIcon size="sm" aria-label={label} {...hint(label)} onClick={() => setEditing(party.code)}>
                  <IconPencil size={14} />
                </ActionIcon>
              ) : null}
              {jointly && exhibit.may.withdraw.allowed && release && !origin ? (
                <Button size="compact-xs" variant="default" onClick={() => setRecalling(release)}>
                  {t('releases/recall')}
                </Button>
              ) : null}
            </li>
          );
        })}
        {waiting.map((wish) => (
          <li key={wish.id} className={classes['row']}>
            <WaitingRow wish={wish} />
          </li>
        ))}
      </ul>
      {editing ? (
        <ReleaseEditor
          key={editing}
          exhibit={exhibit}
          party={editing}
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

type CodeProps = { party: PartyView; release: ReleaseView | null; origin: boolean; onEdit: (() => void) | null };

/** One code of the row: how far its party sees, and for a leader the way to decide it. */
function CodeButton({ party, release, origin, onEdit }: CodeProps) {
  const { t } = useTranslation();
  const level = t(`level/${release?.level ?? 'none'}`);
  const tone = origin ? 'origin' : release ? (release.state === 'effective' ? release.level : 'pending') : 'plain';
  const said = `${party.name}${t('common/colon')}${level}`;
  if (!onEdit) return <PartyCode code={party.code} name={said} tone={tone} />;
  return (
    <UnstyledButton
      className={classes['codeButton']}
      aria-label={`${t('releases/edit', { party: party.name })}. ${level}`}
      onClick={onEdit}
    >
      <PartyCode code={party.code} name={`${said}. ${t('releases/edit', { party: party.name })}`} tone={tone} />
    </UnstyledButton>
  );
}

function Terms({ release }: { release: ReleaseView }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const authorities = parties.find(({ code }) => code === release.party)?.authorities ?? [];
  return (
    <span className={classes['terms']}>
      {release.seats ? <span>{release.seats.join(', ')}</span> : null}
      {release.authorities ? (
        <span>
          {release.authorities.map((code) => authorities.find((one) => one.code === code)?.name ?? code).join(', ')}
        </span>
      ) : null}
      {release.not_before ? (
        <span>
          {t('releases/from')} <When at={release.not_before} />
        </span>
      ) : null}
      {release.until ? (
        <span>
          {t('releases/until')} <When at={release.until} />
        </span>
      ) : null}
      {release.purposes ? (
        <span>{release.purposes.map((purpose) => t(`purpose/${purpose as 'AUDIT'}`)).join(', ')}</span>
      ) : null}
      {release.basis ? (
        <span>{release.basis.startsWith('consent:') ? t('releases/byConsent') : release.basis}</span>
      ) : null}
      <span>
        <span className="mono">{release.granted_by}</span>, <When at={release.granted_at} />
      </span>
    </span>
  );
}
