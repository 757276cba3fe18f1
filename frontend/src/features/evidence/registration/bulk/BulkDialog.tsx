/** Registration of several exhibits from a CSV file, or from the files of a folder. */
import { Button, FileButton, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet, IconFolder } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerEvidenceInBulk } from '@/api/generated/sdk.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { KnownFile } from '@/features/evidence/files/KnownFile';
import { pathOf } from '@/features/evidence/files/paths';
import { uploads } from '@/features/evidence/files/uploads';
import { lacksCheck, PrivilegeCheck } from '@/components/sharing/PrivilegeCheck';
import { bytes } from '@/lib/format';
import { ApplyToSelection, BulkRows, proposed } from './BulkRows';
import { COLUMNS, entered, FACTS, itemsOfCsv, itemsOfFiles, lacking, MOST, template, type Item } from './items';
import { initial, toForm, validate, type Values } from '@/features/evidence/registration/form';
import { OriginFields } from '@/features/evidence/registration/OriginFields';
import { useDefaults } from '@/features/evidence/registration/queries';
import { useOrigins } from '@/features/evidence/registration/useOrigins';
import classes from '@/features/evidence/registration/Register.module.css';

type Props = {
  onClose: () => void;
  /** All files of the folder are registered as one exhibit. */
  onTogether: (files: File[]) => void;
};
const NO_FILES: File[] = [];
/** Facts of origin that the user gave to a line. */
type Applied = ReadonlyMap<number, Partial<Values>>;
type Read = { items: Item[]; problems: string[] };

export function BulkDialog({ onClose, onTogether }: Props) {
  const { t } = useTranslation();
  const { jit, zone, locale } = useTeam();
  const queries = useQueryClient();
  const [source, setSource] = useState<'csv' | 'folder'>('csv');
  const [how, setHow] = useState<'each' | 'together'>('each');
  const [read, setRead] = useState<Read | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const folder = useRef<HTMLInputElement>(null);
  const defaults = useDefaults();
  const form = useForm<Values>({
    initialValues: { ...initial(zone), kind: 'digital_original', ruled: true },
    // The facts of origin are those of each exhibit.
    validate: (values) => {
      const all = validate({ ...values, title: 'x', category: values.category ?? 'other' }, zone, Date.now(), t);
      return Object.fromEntries(Object.entries(all).filter(([field]) => !(FACTS as readonly string[]).includes(field)));
    },
  });
  const [applied, setApplied] = useState<Applied>(new Map());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [tried, setTried] = useState(false);
  const origins = useOrigins(source === 'folder' && how === 'each' ? files : NO_FILES);
  const folderItems = { items: itemsOfFiles(files.map(pathOf)), problems: [] as string[] };
  if (files.length > MOST) folderItems.problems.push(t('bulk/tooMany', { most: MOST }));
  const found = source === 'csv' ? read : files.length > 0 ? folderItems : null;
  const items = (found?.items ?? []).map((item) => ({
    ...item,
    values: { ...item.values, ...applied.get(item.line) },
  }));
  const selected = items.filter(({ line }) => !left.has(line));
  const originAt = (line: number) => (source === 'folder' ? (origins.get(files[line - 1] as File) ?? null) : null);
  const incomplete = items.filter(({ values }) => lacking(values).length > 0);
  const apply = (of: (item: Item) => Partial<Values>) =>
    setApplied(
      new Map([
        ...applied,
        ...selected.map((item) => [item.line, { ...applied.get(item.line), ...of(item) }] as const),
      ]),
    );
  const bad = items.filter(({ problems }) => problems.length > 0);
  const ready = items.length > 0 && bad.length === 0 && found?.problems.length === 0;

  const send = useMutation({
    mutationFn: async () => {
      const common = form.getValues();
      const body = {
        items: items.map(({ values }) => toForm({ ...common, category: common.category ?? 'other', ...values }, zone)),
      };
      return (await registerEvidenceInBulk({ path: { jit: jit.id }, body, throwOnError: true })).data.items;
    },
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      if (source === 'folder')
        made.forEach(({ id, exhibit_number: number }, index) => {
          const file = files[index];
          if (file) uploads.add({ jit: jit.id, evidence: id, number, file, name: pathOf(file), expected: null });
        });
      notifications.show({
        title: t('bulk/done', { count: made.length }),
        message: source === 'folder' ? t('bulk/doneHelp') : t('register/doneHelp'),
      });
      onClose();
    },
  });
  /** What was applied belongs to the lines of the former file or folder. */
  const forget = () => {
    setApplied(new Map());
    setLeft(new Set());
  };
  const choose = async (chosen: File | null) => {
    if (chosen) setRead(itemsOfCsv(await chosen.text(), zone, t));
    forget();
  };
  const together = source === 'folder' && how === 'together';
  const submit = () => {
    if (together) onTogether(files);
    else {
      setTried(true);
      if (!form.validate().hasErrors && incomplete.length === 0) send.mutate();
    }
  };
  return (
    <Dialog onClose={onClose} size="60rem" title={t('bulk/title')}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('bulk/source')}
          value={source}
          onChange={(next) => {
            setSource(next);
            forget();
          }}
          data={[
            { value: 'csv', label: t('bulk/csv') },
            { value: 'folder', label: t('bulk/folder') },
          ]}
        />
        {source === 'csv' ? (
          <Stack gap="xs">
            <Text size="sm">{t('bulk/csvHelp', { columns: COLUMNS.slice(1).join(', ') })}</Text>
            <Group gap="xs">
              <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(file) => void choose(file)}>
                {(props) => (
                  <Button {...props} leftSection={<IconFileSpreadsheet size={15} aria-hidden />} variant="default">
                    {t('bulk/chooseCsv')}
                  </Button>
                )}
              </FileButton>
              <Button
                component="a"
                variant="subtle"
                href={`data:text/csv;charset=utf-8,${encodeURIComponent(template())}`}
                download="exhibits.csv"
              >
                {t('bulk/csvTemplate')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <Stack gap="xs">
            <Text size="sm">{t('bulk/folderHelp')}</Text>
            <Group gap="sm">
              <input
                ref={folder}
                type="file"
                hidden
                multiple
                {...{ webkitdirectory: '' }}
                onChange={(event) => {
                  setFiles([...(event.currentTarget.files ?? [])].filter(({ size }) => size > 0));
                  forget();
                }}
              />
              <Button
                variant="default"
                leftSection={<IconFolder size={15} aria-hidden />}
                onClick={() => folder.current?.click()}
              >
                {t('bulk/chooseFolder')}
              </Button>
              {files.length > 0 ? (
                <Text size="sm">
                  {t('bulk/folderIs', {
                    count: files.length,
                    size: bytes(
                      files.reduce((sum, { size }) => sum + size, 0),
                      locale,
                    ),
                  })}
                </Text>
              ) : null}
            </Group>
            <Radio.Group
              value={how}
              onChange={(value) => setHow(value === 'together' ? 'together' : 'each')}
              aria-label={t('bulk/folder')}
            >
              <Group gap="lg">
                <Radio value="each" label={t('bulk/each')} />
                <Radio value="together" label={t('bulk/together')} />
              </Group>
            </Radio.Group>
          </Stack>
        )}
        {together ? null : (
          <>
            <Panel title={found ? t('bulk/preview', { count: items.length }) : t('bulk/preview', { count: 0 })} flush>
              {found ? (
                <BulkRows
                  items={bad.length > 0 ? bad : items}
                  problems={found.problems}
                  bad={bad.length}
                  left={left}
                  onLeft={setLeft}
                  originAt={originAt}
                />
              ) : (
                <p className={classes['none']}>{t('bulk/nothing')}</p>
              )}
            </Panel>
            {source === 'folder' && ready ? (
              <div className={classes['known']}>
                {files.map((file) => (
                  <KnownFile
                    key={pathOf(file)}
                    file={file}
                    onRemove={() => {
                      setFiles((before) => before.filter((one) => one !== file));
                      forget();
                    }}
                  />
                ))}
              </div>
            ) : null}
            <Panel title={t('bulk/common')}>
              <Stack gap="sm">
                <OriginFields form={form} defaults={defaults} guessed={false} />
                <ApplyToSelection
                  count={selected.length}
                  proposed={selected.filter(({ line }) => originAt(line) !== null).length}
                  zone={form.values.acquired_zone}
                  nothing={Object.keys(entered(form.values)).length === 0}
                  onApply={() => apply(() => entered(form.getValues()))}
                  onPropose={() =>
                    apply(({ line, values }) => proposed(originAt(line), form.getValues().acquired_zone, values))
                  }
                />
                {tried && incomplete.length > 0 ? (
                  <Notice tone="bad">{t('bulk/incomplete', { count: incomplete.length })}</Notice>
                ) : null}
              </Stack>
            </Panel>
            <Panel title={t('bulk/sharingTitle')}>
              <Stack gap="xs">
                <Text size="sm" c="dimmed">
                  {t('bulk/sharing')}
                </Text>
                <PrivilegeCheck
                  checked={form.values.privilege_checked}
                  onChecked={(checked) => form.setFieldValue('privilege_checked', checked)}
                  missing={lacksCheck(send.error)}
                  review={{
                    asked: form.values.may_hold_privileged,
                    onAsked: (asked) => form.setFieldValue('may_hold_privileged', asked),
                  }}
                />
              </Stack>
            </Panel>
          </>
        )}
        <ProblemNotice error={lacksCheck(send.error) ? null : send.error} title={t('register/refused')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button loading={send.isPending} disabled={together ? files.length === 0 : !ready} onClick={submit}>
            {together ? t('bulk/toForm') : t('bulk/submit', { count: items.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
