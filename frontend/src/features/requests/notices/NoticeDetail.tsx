/** One INTERPOL notice: its state, what the checks still need, its content, hits, challenges, links and history. */
import { Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { Copyable } from '@/components/text/Copyable';
import { StateTag } from '@/components/text/StateTag';
import { MoveMenu, type ShownMove } from '@/features/requests/lines/MoveMenu';
import { ChallengesPanel } from './ChallengesPanel';
import { ChecksPanel } from './ChecksPanel';
import { HitsPanel } from './HitsPanel';
import { ExhibitsPanel, WarrantPanel } from './LinksPanels';
import { NoticeContentPanel } from './NoticeContentPanel';
import { NoticeMoveDialog } from './NoticeMoveDialog';
import { NoticeMovesPanel, RefusedNotice } from './NoticeMovesPanel';
import { NoticeSharingPanel } from './NoticeSharingPanel';
import { NoticeStateTag } from './NoticeStateTag';
import type { NoticeView, PossibleNoticeMoveView } from './queries';

import { likelyMove, openPoints } from './state';
import { useNoticeWords } from './useNoticeWords';
import { RetentionPanel } from '@/features/requests/retention/RetentionPanel';
import classes from '@/features/requests/request/Request.module.css';

/** `erasing`: the erasure of texts in an entry of the audit log, which another feature shows. */
type Props = { notice: NoticeView; erasing?: (position: number) => ReactNode };

export function NoticeDetail({ notice, erasing }: Props) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const { title, kind } = useNoticeWords();
  const [moving, setMoving] = useState<PossibleNoticeMoveView | null>(null);
  const open = notice.state === 'draft' && notice.level === 'own' ? openPoints(notice) : 0;
  return (
    <>
      <header className={classes['header']}>
        <div className={classes['crumb']}>
          <Link to="/jits/$jit/notices" params={{ jit: jit.id }} search={{}} className={classes['back']}>
            <IconArrowLeft size={14} aria-hidden /> {t('noticeList/title')}
          </Link>
          <span className="dim">{partyName(notice.party)}</span>
          <Copyable value={notice.number} whole label={t('noticeDetail/copyNumber')} />
        </div>
        <div className={classes['titleLine']}>
          <Title order={1} className={classes['title']}>
            {title(notice)}
          </Title>
          <div className={classes['acts']}>
            <Moves notice={notice} onMove={setMoving} />
          </div>
        </div>
        <div className={classes['tags']}>
          <NoticeStateTag state={notice.state} />
          <StateTag>{kind(notice)}</StateTag>
          {notice.review_pending ? <StateTag tone="warn">{t('noticeList/reviewPending')}</StateTag> : null}
        </div>
      </header>
      <div className={classes['pad']}>
        {notice.state === 'refused' ? (
          <RefusedNotice notice={notice} />
        ) : open > 0 ? (
          <Notice tone="warn">{t('noticeDetail/open', { count: open })}</Notice>
        ) : (
          <Notice>{t(notice.review_pending ? 'noticeDetail/reviewPending' : 'noticeDetail/nothingSent')}</Notice>
        )}
      </div>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {notice.level === 'own' ? <ChecksPanel notice={notice} /> : null}
          <NoticeContentPanel notice={notice} />
        </div>
        <div className={classes['column']}>
          <HitsPanel notice={notice} />
          <WarrantPanel notice={notice} />
          <ExhibitsPanel notice={notice} />
          {notice.level === 'own' ? <ChallengesPanel notice={notice} /> : null}
          <NoticeSharingPanel notice={notice} />
          <RetentionPanel of="notice" line={notice} erasing={erasing} />
          <NoticeMovesPanel notice={notice} />
        </div>
      </div>
      {moving ? <NoticeMoveDialog notice={notice} step={moving} onClose={() => setMoving(null)} /> : null}
    </>
  );
}

function Moves({ notice, onMove }: { notice: NoticeView; onMove: (step: PossibleNoticeMoveView) => void }) {
  const { t } = useTranslation();
  const likely = likelyMove(notice);
  const shown = (step: PossibleNoticeMoveView): ShownMove => ({
    to: step.to,
    words: t(`noticeMove/${step.to}`),
    danger: step.to === 'withdrawn',
    onMove: () => onMove(step),
  });
  return (
    <MoveMenu likely={likely ? shown(likely) : null} others={notice.moves.filter((one) => one !== likely).map(shown)} />
  );
}
