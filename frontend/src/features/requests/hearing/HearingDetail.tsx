/** One hearing: court and date, its exhibits, and the checklist, which can be printed. */
import { ActionIcon, Button, Title } from '@mantine/core';
import { IconArrowLeft, IconPrinter, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { useRequestWords } from '@/features/requests/request/useRequestWords';
import { distance } from '@/lib/due';
import { languageName } from '@/lib/languages';
import { useNow } from '@/lib/useNow';
import { visible } from '@/lib/visible';
import { CardValues } from './CardValues';
import { Checklist } from './Checklist';
import { openIn } from './checks';
import { HearingDialog } from './HearingDialog';
import { addExhibit, remove, removeExhibit, type HearingView } from './queries';
import { useShown } from './useShown';
import classes from './Hearing.module.css';

export function HearingDetail({ hearing, onDeleted }: { hearing: HearingView; onDeleted: () => void }) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const { country } = useRequestWords();
  const now = useNow(60_000);
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const { missing, refused, asked, check } = hearing.counts;
  return (
    <div className={classes['screen']} data-hearing>
      <header className={classes['pad']}>
        <Link to="/jits/$jit/hearings" params={{ jit: jit.id }} className={classes['back'] ?? ''}>
          <IconArrowLeft size={14} aria-hidden /> {t('hearings/title')}
        </Link>
        <div className={classes['titleLine']}>
          <Title order={1}>{visible(hearing.title)}</Title>
          <div className={classes['acts']}>
            <Button
              variant="default"
              leftSection={<IconPrinter size={15} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('hearing/print')}
            </Button>
            {hearing.may['edit'] ? (
              <>
                <Button variant="default" onClick={() => setOpen('edit')}>
                  {t('hearings/edit')}
                </Button>
                <Button variant="subtle" color="red" onClick={() => setOpen('delete')}>
                  {t('hearing/delete')}
                </Button>
              </>
            ) : null}
          </div>
        </div>
        <p className={classes['line']}>
          {visible(hearing.court)} · {country(hearing.country)}
          {hearing.proceeding ? ` · ${visible(hearing.proceeding)}` : null}
          {hearing.court_language ? ` · ${languageName(hearing.court_language, locale)}` : null}
        </p>
        <p className={classes['line']}>
          <strong>
            <When at={hearing.held_at} form="full" zone={hearing.zone} />
          </strong>{' '}
          <span className="dim">
            {hearing.zone} · {distance(hearing.held_at, now, locale)}
          </span>
        </p>
        <p className={classes['line']} role="status">
          {t('hearing/counts', { missing: missing + refused, asked, check })}
        </p>
      </header>
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Checklist hearing={hearing} />
          <CardValues hearing={hearing} />
        </div>
        <div className={classes['column']}>
          <Exhibits hearing={hearing} />
        </div>
      </div>
      {open === 'edit' ? (
        <HearingDialog hearing={hearing} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />
      ) : null}
      {open === 'delete' ? (
        <ReasonDialog
          title={t('hearing/delete')}
          help={t('hearing/deleteHelp', { title: visible(hearing.title) })}
          reasonLabel={t('common/reason')}
          action={t('hearing/delete')}
          onClose={() => setOpen(null)}
          act={(reason) => remove(jit.id, hearing.id, reason)}
          onDone={onDeleted}
        />
      ) : null}
    </div>
  );
}

function Exhibits({ hearing }: { hearing: HearingView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const shown = useShown();
  const add = useMutation({
    mutationFn: (evidence: string) => addExhibit(jit.id, hearing.id, evidence),
    onSuccess: shown,
  });
  const drop = useMutation({
    mutationFn: (evidence: string) => removeExhibit(jit.id, hearing.id, evidence),
    onSuccess: shown,
  });
  const used = new Set(hearing.checklist.map(({ evidence }) => evidence));
  return (
    <Panel title={t('hearing/exhibitsUsed')} aside={t('hearings/exhibits', { count: hearing.exhibits })}>
      {hearing.may['edit'] ? (
        <ExhibitPicker
          key={hearing.exhibits}
          label={t('hearing/add')}
          value={null}
          filter={({ id }) => !used.has(id)}
          onChange={(id) => (id ? add.mutate(id) : undefined)}
        />
      ) : null}
      <ProblemNotice error={add.error ?? drop.error} />
      <ul className={classes['list']}>
        {hearing.checklist.map((one) => (
          <li key={one.evidence} className={classes['exhibit']}>
            <div>
              <Link
                to="/jits/$jit/evidence/$evidence"
                params={{ jit: jit.id, evidence: one.evidence }}
                className={classes['link'] ?? ''}
              >
                {visible(one.title)}
              </Link>
              <div className={classes['small']}>
                <span className="mono">{one.number}</span> · {t('hearing/open', { count: openIn(one) })}
              </div>
            </div>
            {hearing.may['edit'] ? (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('hearing/remove', { title: visible(one.title) })}
                onClick={() => drop.mutate(one.evidence)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
