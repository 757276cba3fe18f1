/** Drafts notices of a file that the user chooses: INTERPOL's public notice JSON, or MISP. A preview comes first. */
import { Button, Checkbox, FileButton, Group, Select, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { importAll, preview } from './acts';
import type { NoticeColour, NoticePreviewView, NoticeView } from './queries';
import { KINDS } from './state';
import { useChangedNotice } from './useChangedNotice';
import request from '@/features/requests/request/Request.module.css';
import classes from '@/features/requests/form/Form.module.css';

const MOST_CHARACTERS = 700_000;

export function NoticeImportScreen({ onDone }: { onDone: (notices: NoticeView[]) => void }) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const allowed = may('requests:work') && jit.state === 'operational';
  return (
    <div className={classes['screen']}>
      <Link to="/jits/$jit/notices" params={{ jit: jit.id }} search={{}} className={request['back']}>
        <IconArrowLeft size={14} aria-hidden /> {t('noticeList/title')}
      </Link>
      <ScreenHead title={t('noticeList/import')} help={t('noticeImport/help')} />
      {allowed ? <Import onDone={onDone} /> : <Notice tone="locked">{t('noticeForm/mayNot')}</Notice>}
    </div>
  );
}

type Chosen = { name: string; document: string };

function Import({ onDone }: { onDone: (notices: NoticeView[]) => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [kind, setKind] = useState<NoticeColour | null>(null);
  const [left, setLeft] = useState<number[]>([]);
  const look = useMutation({ mutationFn: ({ document }: Chosen) => preview(jit.id, { document, kind: null }) });
  const found = look.data ?? [];
  const take = found.map((_, place) => place).filter((place) => !left.includes(place));
  const needsKind = take.some((place) => found[place]?.kind === null);
  const run = useMutation({
    mutationFn: () => importAll(jit.id, { document: chosen?.document ?? '', kind, take }),
    onSuccess: (made) => {
      made.forEach(changed);
      onDone(made);
    },
  });
  const choose = async (file: File | null) => {
    if (!file) return;
    const document = file.size > MOST_CHARACTERS ? '' : await file.text();
    setTooLarge(document === '');
    setLeft([]);
    look.reset();
    if (document === '') return;
    const now = { name: file.name, document };
    setChosen(now);
    look.mutate(now);
  };
  return (
    <Stack gap="sm">
      <Notice>{t('noticeImport/nothingFetched')}</Notice>
      <Group gap="sm">
        <FileButton accept=".json,application/json" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" leftSection={<IconFileImport size={15} aria-hidden />} {...props}>
              {t('noticeImport/choose')}
            </Button>
          )}
        </FileButton>
        {chosen ? <Text size="sm">{visible(chosen.name)}</Text> : null}
      </Group>
      {tooLarge ? <Notice tone="bad">{t('noticeImport/tooLarge')}</Notice> : null}
      <ProblemNotice error={look.error} />
      {found.length > 0 ? (
        <Panel title={t('noticeImport/preview')} aside={t('noticeImport/count', { count: take.length })}>
          <Stack gap="sm">
            <ul className={request['list']}>
              {found.map((one, place) => (
                <Previewed
                  key={place}
                  one={one}
                  taken={!left.includes(place)}
                  onTake={(taken) => setLeft(taken ? left.filter((other) => other !== place) : [...left, place])}
                />
              ))}
            </ul>
            {needsKind ? (
              <Select
                required
                label={t('noticeImport/kind')}
                data={KINDS.map((value) => ({ value, label: t(`noticeKind/${value}`) }))}
                value={kind}
                onChange={setKind}
              />
            ) : null}
            <ProblemNotice error={run.error} />
            <Group justify="flex-end">
              <Button
                loading={run.isPending}
                disabled={take.length === 0 || (needsKind && kind === null)}
                onClick={() => run.mutate()}
              >
                {t('noticeImport/create', { count: take.length })}
              </Button>
            </Group>
          </Stack>
        </Panel>
      ) : null}
    </Stack>
  );
}

type PreviewedProps = { one: NoticePreviewView; taken: boolean; onTake: (taken: boolean) => void };

function Previewed({ one, taken, onTake }: PreviewedProps) {
  const { t } = useTranslation();
  const name = [one.family_name, one.forenames]
    .filter((part) => part !== null)
    .map(visible)
    .join(', ');
  const more = [one.aliases.join(', '), one.parents];
  const facts = [
    one.interpol_reference,
    one.birth_date,
    one.nationalities.join(', '),
    ...more,
    one.charge,
    one.description,
  ];
  return (
    <li className={request['line']}>
      <div>
        <Checkbox
          size="xs"
          label={name || t('noticeImport/noName')}
          checked={taken}
          onChange={(event) => onTake(event.currentTarget.checked)}
        />
        <div className={request['small']}>
          {one.kind === null ? t('noticeImport/noKind') : t(`noticeKind/${one.kind}`)}
          {facts.map((fact, place) => (fact ? <span key={place}> · {visible(fact)}</span> : null))}
        </div>
        {one.pictures > 0 ? (
          <div className={request['small']}>{t('noticeImport/pictures', { count: one.pictures })}</div>
        ) : null}
        {one.unread.length > 0 ? (
          <div className={request['small']}>
            {t('noticeImport/unread', { names: one.unread.map(visible).join(', ') })}
          </div>
        ) : null}
      </div>
    </li>
  );
}
