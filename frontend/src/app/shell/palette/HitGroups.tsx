/** The results of the global search. The server returns only what the member may see. */
import { Spotlight } from '@mantine/spotlight';
import {
  IconArchive,
  IconChecklist,
  IconGavel,
  IconMessages,
  IconSpeakerphone,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { SearchGroupView, HitView } from '@/api/generated/types.gen';
import { useWord } from '@/i18n/useWord';
import { columnTime } from '@/lib/time';
import { visible } from '@/lib/visible';
import classes from './Palette.module.css';

type Kind = SearchGroupView['kind'];

const ICONS = {
  evidence: IconArchive,
  request: IconGavel,
  notice: IconSpeakerphone,
  task: IconChecklist,
  message: IconMessages,
  operation: IconTargetArrow,
  member: IconUser,
} as const satisfies Record<Kind, unknown>;

export function HitGroups({ groups }: { groups: readonly SearchGroupView[] }) {
  const { t } = useTranslation();
  return groups.map(({ kind, items }) => (
    <Spotlight.ActionsGroup key={kind} label={t(`palette/${kind}`)}>
      {items.map((hit) => (
        <Hit key={`${hit.id}${hit.number ?? ''}`} kind={kind} hit={hit} />
      ))}
    </Spotlight.ActionsGroup>
  ));
}

function Hit({ kind, hit }: { kind: Kind; hit: HitView }) {
  const { t, i18n } = useTranslation();
  const { partyName } = useTeam();
  const open = useOpen(kind, hit);
  const aside = useAside(kind, hit);
  const Icon = ICONS[kind];
  const party = hit.party === null ? null : partyName(hit.party);
  const instrument = i18n.language === 'fr' ? hit.instrument?.fr : hit.instrument?.en;
  const colour = hit.colour ? t(`${hit.is_diffusion ? 'diffusionKind' : 'noticeKind'}/${hit.colour}`) : null;
  const author = kind === 'message' || kind === 'task' ? hit.member?.name : null;
  const about = [author, hit.detail, instrument, colour, party].filter(Boolean);
  return (
    <Spotlight.Action onClick={open}>
      <Icon size={17} stroke={1.5} aria-hidden className={classes['icon'] ?? ''} />
      <span className={classes['words']}>
        <span className="truncate">{visible(hit.title)}</span>
        <span className={`${classes['about'] ?? ''} truncate`}>
          {about.join(' · ')}{' '}
          {hit.number && hit.number !== hit.title ? <span className="mono">{hit.number}</span> : null}
        </span>
      </span>
      {aside ? <span className={classes['aside']}>{aside}</span> : null}
    </Spotlight.Action>
  );
}

/** The access level of an exhibit, or a time. */
function useAside(kind: Kind, { level, at, party }: HitView): string | null {
  const { t } = useTranslation();
  const { seat, zone, locale } = useTeam();
  const word = useWord();
  if (kind === 'evidence') return party === seat.party ? t('palette/own') : level ? word('level', level) : null;
  return at ? columnTime(at, zone, locale) : null;
}

function useOpen(kind: Kind, { id, parent }: HitView): () => void {
  const { jit } = useTeam();
  const navigate = useNavigate();
  const team = { jit: jit.id };
  return () => {
    if (kind === 'evidence') void navigate({ to: '/jits/$jit/evidence/$evidence', params: { ...team, evidence: id } });
    else if (kind === 'request')
      void navigate({ to: '/jits/$jit/requests/$request', params: { ...team, request: id } });
    else if (kind === 'notice') void navigate({ to: '/jits/$jit/notices/$notice', params: { ...team, notice: id } });
    else if (kind === 'task') void navigate({ to: '/jits/$jit/tasks/$task', params: { ...team, task: id } });
    else if (kind === 'operation')
      void navigate({ to: '/jits/$jit/operations/$operation', params: { ...team, operation: id }, search: {} });
    else if (kind === 'message' && parent)
      void navigate({ to: '/jits/$jit/messages/$channel', params: { ...team, channel: parent }, search: { at: id } });
    else void navigate({ to: '/jits/$jit/members', params: team });
  };
}
