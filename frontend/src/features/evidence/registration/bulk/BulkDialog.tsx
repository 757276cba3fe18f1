/** Registration of several exhibits from a CSV file, or from the files of a folder. */
import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerEvidenceInBulk } from '@/api/generated/sdk.gen';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { lacksCheck } from '@/components/sharing/PrivilegeCheck';
import { KnownFile } from '@/features/evidence/files/KnownFile';
import { pathOf } from '@/features/evidence/files/paths';
import { uploads } from '@/features/evidence/files/uploads';
import { initial, toForm, validate, type Values } from '@/features/evidence/registration/form';
import { KeptOffer } from '@/features/evidence/registration/KeptOffer';
import { OriginFields } from '@/features/evidence/registration/OriginFields';
import { useDefaults } from '@/features/evidence/registration/queries';
import { PAUSE_MS, useKept } from '@/features/evidence/registration/useKept';
import classes from '@/features/evidence/registration/Register.module.css';
import { ApplyToSelection, BulkRows, proposed } from './BulkRows';
import { BulkSharing } from './BulkSharing';
import { BulkSource } from './BulkSource';
import { entered, FACTS } from './items';
import { useBulk, type Entered } from './useBulk';

type Props = {
  onClose: () => void;
  /** All files of the folder are registered as one exhibit. */
  onTogether: (files: File[]) => void;
};

export function BulkDialog({ onClose, onTogether }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const defaults = useDefaults();
  const bulk = useBulk();
  const { items, bad, found, files, selected, together, incomplete } = bulk;
  const form = useForm<Values>({
    initialValues: { ...initial(zone), kind: 'digital_original', ruled: true },
    // The facts of origin are those of each exhibit, and so may be the category.
    validate: (values) => {
      const category = values.category ?? (items.every((item) => item.values.category) ? 'other' : null);
      const all = validate({ ...values, title: 'x', category }, zone, Date.now(), t);
      return Object.fromEntries(Object.entries(all).filter(([field]) => !(FACTS as readonly string[]).includes(field)));
    },
  });
  const [tried, setTried] = useState(false);
  const kept = useKept<{ values: Values; entered: Entered }>('registrations');
  const { keep } = kept;
  const state = JSON.stringify({ values: form.values, entered: bulk.entered() });
  const touched = bulk.touched || form.isDirty();
  useEffect(() => {
    if (!touched) return;
    const timer = setTimeout(() => keep(JSON.parse(state) as { values: Values; entered: Entered }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [state, touched, keep]);
  const proceed = () => {
    if (!kept.found) return;
    const { values, entered: before } = kept.found.value;
    // The files are chosen again, and so they are checked again.
    form.setValues({ ...initial(zone), ...values, privilege_checked: false });
    bulk.restore(before);
    kept.take();
  };

  const send = useMutation({
    mutationFn: async () => {
      const common = form.getValues();
      const body = {
        items: items.map(({ values }) =>
          toForm({ ...common, ...values, category: values.category ?? common.category }, zone),
        ),
      };
      return (await registerEvidenceInBulk({ path: { jit: jit.id }, body, throwOnError: true })).data.items;
    },
    onSuccess: (made) => {
      kept.drop();
      void queries.invalidateQueries({ queryKey: keys.pool(jit.id) });
      if (bulk.source === 'folder')
        made.forEach(({ id, exhibit_number: number }, index) => {
          const file = files[index];
          if (file) uploads.add({ jit: jit.id, evidence: id, number, file, name: pathOf(file), expected: null });
        });
      notifications.show({
        title: t('bulk/done', { count: made.length }),
        message: bulk.source === 'folder' ? t('bulk/doneHelp') : t('register/doneHelp'),
      });
      onClose();
    },
  });
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
        {kept.found ? <KeptOffer at={kept.found.at} onContinue={proceed} onDiscard={kept.forget} /> : null}
        <BulkSource bulk={bulk} />
        {together ? null : (
          <>
            <Panel title={t('bulk/preview', { count: items.length })} flush>
              {found ? (
                <BulkRows
                  items={bad.length > 0 ? bad : items}
                  problems={found.problems}
                  bad={bad.length}
                  common={form.values.category}
                  left={bulk.left}
                  onLeft={bulk.setLeft}
                  onGive={(item, values) => bulk.give([item], () => values)}
                  originAt={bulk.originAt}
                />
              ) : (
                <p className={classes['none']}>{t('bulk/nothing')}</p>
              )}
            </Panel>
            {bulk.source === 'folder' && bad.length === 0 ? (
              <div className={classes['known']}>
                {files.map((file) => (
                  <KnownFile
                    key={pathOf(file)}
                    file={file}
                    onRemove={() => bulk.setFiles((before) => before.filter((one) => one !== file))}
                  />
                ))}
              </div>
            ) : null}
            <Panel title={t('bulk/common')}>
              <Stack gap="sm">
                <OriginFields form={form} defaults={defaults} guessed={false} />
                <ApplyToSelection
                  count={selected.length}
                  proposed={selected.filter(({ line }) => bulk.originAt(line) !== null).length}
                  zone={form.values.acquired_zone}
                  nothing={Object.keys(entered(form.values)).length === 0}
                  onApply={() => bulk.give(selected, () => entered(form.getValues()))}
                  onPropose={() =>
                    bulk.give(selected, ({ line, values }) =>
                      proposed(bulk.originAt(line), form.getValues().acquired_zone, values),
                    )
                  }
                />
                {tried && incomplete.length > 0 ? (
                  <Notice tone="bad">{t('bulk/incomplete', { count: incomplete.length })}</Notice>
                ) : null}
              </Stack>
            </Panel>
            <BulkSharing form={form} error={send.error} />
          </>
        )}
        <ProblemNotice error={lacksCheck(send.error) ? null : send.error} title={t('register/refused')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button loading={send.isPending} disabled={together ? files.length === 0 : !bulk.ready} onClick={submit}>
            {together ? t('bulk/toForm') : t('bulk/submit', { count: items.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
