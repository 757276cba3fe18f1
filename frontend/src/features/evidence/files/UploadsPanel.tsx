/** Uploads under way, at the foot of every screen, so that long work can be left and found again. */
import { ActionIcon, Button, Collapse, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { interrupted } from './storage';
import { UploadRow } from './UploadRow';
import { ENDED, uploads, useUploads } from './uploads';
import classes from './Uploads.module.css';

/** The panel closes itself so long after the last upload arrived. Anything else stays until it is dismissed. */
const CLOSES_MS = 8000;

export function UploadsPanel() {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const all = useUploads();
  const [open, setOpen] = useState(true);
  // Read once: what this browser left unfinished before this page was loaded.
  const [left, setLeft] = useState(() => interrupted(jit.id));
  useEffect(
    () =>
      uploads.onEnded(
        ({ jit: team, evidence }) => void queries.invalidateQueries({ queryKey: keys.exhibit(team, evidence) }),
      ),
    [queries],
  );
  const arrived = all.length > 0 && all.every(({ state }) => state === 'done');
  useEffect(() => {
    if (!arrived) return;
    const timer = setTimeout(() => uploads.clear(), CLOSES_MS);
    return () => clearTimeout(timer);
  }, [arrived, all.length]);
  const running = all.filter(({ state }) => !ENDED.has(state)).length;
  const waiting = left.filter(({ url }) => !all.some(({ fileId }) => fileId !== null && url.endsWith(fileId)));
  const first = waiting[0];
  if (all.length === 0 && !first) return null;
  return (
    <section className={classes['panel']} aria-label={t('uploads/title')}>
      <header className={classes['head']}>
        <Text fw={600} size="sm">
          {running > 0
            ? t('uploads/running', { count: running })
            : all.length > 0
              ? t('uploads/idle')
              : t('uploads/interrupted', { count: waiting.length })}
        </Text>
        <span className={classes['grow']} />
        {running < all.length ? (
          <Button variant="subtle" size="compact-xs" onClick={() => uploads.clear()}>
            {t('uploads/clear')}
          </Button>
        ) : null}
        <ActionIcon size="sm" aria-label={t('uploads/title')} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <IconChevronDown size={15} /> : <IconChevronUp size={15} />}
        </ActionIcon>
      </header>
      <Collapse expanded={open}>
        {first && all.length === 0 ? (
          <div className={classes['interrupted']}>
            <Notice tone="warn">{t('uploads/interruptedHelp')}</Notice>
            <Button
              component={Link}
              to={`/jits/${jit.id}/evidence/${first.evidence}`}
              variant="default"
              size="compact-xs"
            >
              {t('uploads/openExhibit')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => setLeft([])}>
              {t('common/close')}
            </Button>
          </div>
        ) : null}
        <ul className={classes['list']}>
          {all.map((one) => (
            <UploadRow key={one.key} upload={one} />
          ))}
        </ul>
      </Collapse>
    </section>
  );
}
