/** The viewer: files at the side, one page at a time. Closing it removes all content. */
import { ActionIcon, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconFileOff, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, OpeningView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { FileName } from '@/components/text/FileName';
import { When } from '@/components/text/When';
import { bytes } from '@/lib/format';
import { visible } from '@/lib/visible';
import { Page } from './Page';
import { useLink } from './useLink';
import classes from './Openings.module.css';

const ZOOMS = [50, 75, 100, 150, 200, 300];

export function Viewer({
  exhibit,
  opening,
  onClose,
}: {
  exhibit: EvidenceView;
  opening: OpeningView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit, seat, locale } = useTeam();
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      opening.files.findIndex((file) => file.renditions.length > 0),
    ),
  );
  const [page, setPage] = useState(0);
  const [zoom, setZoom] = useState(2);
  const link = useLink(jit.id, exhibit.id, opening);
  const file = opening.files[chosen];
  const pages = file?.renditions.length ?? 0;
  const turn = (to: number) => setPage(Math.min(Math.max(to, 0), Math.max(0, pages - 1)));
  useHotkeys([
    ['ArrowRight', () => turn(page + 1)],
    ['ArrowLeft', () => turn(page - 1)],
  ]);
  const shown = file?.renditions[page];
  const mark = `${seat.code} · ${exhibit.exhibit_number}`;
  return (
    <Dialog
      onClose={onClose}
      fullScreen
      padding={0}
      classNames={{
        body: classes['viewer'] ?? '',
        content: classes['content'] ?? '',
        header: classes['top'] ?? '',
        title: classes['topTitle'] ?? '',
      }}
      closeButtonProps={{ 'aria-label': t('openings/closeViewer') }}
      title={
        <span className={classes['caption']}>
          <span className="mono">{exhibit.exhibit_number}</span>
          <strong className="truncate">{exhibit.title}</strong>
          <span className="dim">
            {t('openings/purposeIs', { purpose: t(`purpose/${opening.purpose}`) })} ·{' '}
            <span className="mono">{seat.code}</span>, <When at={opening.opened_at} />
          </span>
        </span>
      }
    >
      <nav className={classes['files']} aria-label={t('openings/filesOf')}>
        {opening.files.map((one, index) => (
          <button
            key={one.id}
            type="button"
            className={classes['file']}
            aria-current={index === chosen}
            onClick={() => {
              setChosen(index);
              setPage(0);
            }}
          >
            <FileName>{one.name}</FileName>
            <span className="dim">
              {bytes(one.size_bytes, locale)}
              {one.renditions.length === 0 ? ` · ${t('openings/noRendition')}` : ''}
            </span>
          </button>
        ))}
        {opening.files.length === 0 ? (
          <Text size="sm" c="dimmed" p="sm">
            {t('openings/noFiles')}
          </Text>
        ) : null}
      </nav>
      <div className={classes['stage']}>
        {pages > 0 ? (
          <Group className={classes['tools'] ?? ''} gap="xs">
            <ActionIcon aria-label={t('openings/previous')} disabled={page === 0} onClick={() => turn(page - 1)}>
              <IconChevronLeft size={16} />
            </ActionIcon>
            <Text size="xs" role="status">
              {t('openings/pages', { page: page + 1, count: pages })}
            </Text>
            <ActionIcon aria-label={t('openings/next')} disabled={page >= pages - 1} onClick={() => turn(page + 1)}>
              <IconChevronRight size={16} />
            </ActionIcon>
            <span className={classes['grow']} />
            <ActionIcon aria-label={t('openings/zoomOut')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              <IconZoomOut size={16} />
            </ActionIcon>
            <Text size="xs">{String(ZOOMS[zoom])} %</Text>
            <ActionIcon
              aria-label={t('openings/zoomIn')}
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => setZoom(zoom + 1)}
            >
              <IconZoomIn size={16} />
            </ActionIcon>
          </Group>
        ) : null}
        {file && shown ? (
          <Page
            key={`${file.id}${String(shown.page)}`}
            name={visible(file.name)}
            mediaType={shown.media_type}
            zoom={(ZOOMS[zoom] ?? 100) / 100}
            mark={mark}
            number={page + 1}
            link={() =>
              link(
                (now) =>
                  now.files.find(({ id }) => id === file.id)?.renditions.find((one) => one.page === shown.page)?.link,
              )
            }
          />
        ) : (
          <EmptyState
            icon={IconFileOff}
            title={file ? t('openings/noRendition') : t('openings/noFiles')}
            help={file ? t('openings/noRenditionHelp') : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
