/** A new notice, or the content of one that is being changed: the fields that its colour has. */
import { Button, Checkbox, Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Panel } from '@/components/layout/Panel';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useSendingKey } from '@/lib/useSendingKey';
import { change, create } from './acts';
import { changesOf, contentOf, needsOf, valuesOf, type Values } from './draft';
import { NoticeField } from './NoticeFields';
import type { NoticeColour, NoticeView } from './queries';
import { fieldsOf, KINDS, LATER } from './state';
import { useChangedNotice } from './useChangedNotice';
import { useNeeded } from './useNeeded';
import { useNoticeWords } from './useNoticeWords';
import request from '@/features/requests/request/Request.module.css';
import classes from '@/features/requests/form/Form.module.css';

type Props = { notice: NoticeView | null; onCancel: () => void; onDone: (notice: NoticeView) => void };

export function NoticeFormScreen(props: Props) {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const { notice } = props;
  const { title } = useNoticeWords();
  const allowed = notice ? notice.may.work : may('requests:work') && jit.state === 'operational';
  return (
    <div className={classes['screen']}>
      <Link to="/jits/$jit/notices" params={{ jit: jit.id }} search={{}} className={request['back']}>
        <IconArrowLeft size={14} aria-hidden /> {t('noticeList/title')}
      </Link>
      <ScreenHead
        title={notice ? t('noticeForm/change', { notice: title(notice) }) : t('noticeList/new')}
        help={t('noticeForm/help')}
      />
      {allowed ? <NoticeForm {...props} /> : <Notice tone="locked">{t('noticeForm/mayNot')}</Notice>}
    </div>
  );
}

function NoticeForm({ notice, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const changed = useChangedNotice();
  const keyOf = useSendingKey();
  const [kind, setKind] = useState<NoticeColour>(notice?.kind ?? 'RED');
  const [isDiffusion, setDiffusion] = useState(notice?.is_diffusion ?? false);
  const before = useMemo(() => valuesOf(notice?.content ?? null), [notice]);
  const isDraft = notice === null || notice.state === 'draft';
  const form = useForm<Values>({ initialValues: before });
  const needed = useNeeded(needsOf(form.values, kind, isDiffusion, notice));
  const { run, notice: problem } = useFormMutation(form, {
    mutationFn: async (values: Values) => {
      if (notice === null) {
        const body = { kind, is_diffusion: isDiffusion, ...contentOf(values, kind, isDiffusion) };
        return create(jit.id, keyOf(body), body);
      }
      const changes = changesOf(values, before, kind, isDiffusion, isDraft);
      return Object.keys(changes).length === 0 ? notice : change(jit.id, notice, changes);
    },
    onSuccess: (now) => {
      changed(now);
      onDone(now);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
      <Stack gap="sm">
        {isDraft ? <Notice>{t('noticeForm/draftHelp')}</Notice> : <Notice>{t('noticeForm/fixed')}</Notice>}
        <Panel title={t('noticeForm/colour')}>
          <Stack gap="sm">
            <Select
              allowDeselect={false}
              disabled={notice !== null}
              label={t('noticeList/kind')}
              data={KINDS.map((value) => ({ value, label: t(`noticeKind/${value}`) }))}
              value={kind}
              onChange={(value) => setKind(value ?? kind)}
            />
            <Checkbox
              size="xs"
              disabled={notice !== null}
              label={t('noticeForm/diffusion')}
              description={t('noticeForm/diffusionHelp')}
              checked={isDiffusion}
              onChange={(event) => setDiffusion(event.currentTarget.checked)}
            />
          </Stack>
        </Panel>
        {(['subject', 'case', 'head'] as const).map((section) => (
          <Panel key={section} title={t(`noticeSection/${section}`)}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {fieldsOf(section, kind, isDiffusion).map((field) => (
                <NoticeField
                  key={field.name}
                  form={form}
                  field={field}
                  needed={needed.has(field.name)}
                  fixed={!isDraft && !LATER.includes(field.name)}
                />
              ))}
            </SimpleGrid>
          </Panel>
        ))}
        <ProblemNotice error={problem} />
        {Object.keys(form.errors).length > 0 ? <Notice tone="bad">{t('requestForm/correct')}</Notice> : null}
        <Group justify="flex-end" gap="xs" className={classes['acts'] ?? ''}>
          <Button variant="default" onClick={onCancel}>
            {t('common/cancel')}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {t(notice ? 'noticeForm/save' : 'noticeForm/create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
