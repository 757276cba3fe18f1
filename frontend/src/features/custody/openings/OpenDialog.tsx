/** Purpose, justification and acknowledgement of an access. It is recorded before the first byte is shown. */
import { Anchor, Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PURPOSES,
  type Act,
  type EvidenceView,
  type OpeningView,
  type Purpose,
  type WorkingSessionView,
} from '@/api/views';
import { useTeam } from '@/api/team';
import { useWorkingSession } from '@/features/custody/working-sessions/queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { LimitsOfUse } from '@/components/exhibits/LimitsOfUse';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { ImmediateOpening } from './ImmediateOpening';
import { KeepingFields } from './KeepingFields';
import { keepLast, kept, lastKept, type Keeping } from './keeping';
import { useOpen } from './useOpen';
import classes from './Openings.module.css';

const WORDS = {
  open: { title: 'openings/openTitle', now: 'openings/openNow' },
  take: { title: 'openings/takeTitle', now: 'openings/takeNow' },
  verify: { title: 'verifications/readTitle', now: 'verifications/read' },
  filter: { title: 'filtering/readTitle', now: 'filtering/read' },
} as const;

/** `eachFile`: a download is recorded file by file, as for a ZIP of all originals. */
type Props = {
  exhibit: EvidenceView;
  act: Act;
  eachFile?: boolean;
  onClose: () => void;
  onOpened: (opening: OpeningView) => void;
};

/** In the working session that was open when one turned to the exhibit: one begun meanwhile opens nothing by itself. */
export function OpenDialog(props: Props) {
  const { act, exhibit } = props;
  const session = useWorkingSession();
  const [within, setWithin] = useState(() =>
    session?.here && (act !== 'verify' || session.purpose === 'JIT_MANAGEMENT') ? session : null,
  );
  const text = exhibit.may[act].obligations.includes('acknowledge_h3') ? exhibit.handling_text : null;
  const alone = () => setWithin(null);
  if (within && act === 'open' && text === null) return <ImmediateOpening {...props} within={within} onAlone={alone} />;
  return <Asking {...props} text={text} within={within} onAlone={alone} />;
}

type Values = Keeping & { purpose: Purpose; justification: string; acknowledged: boolean; accepted: boolean };
type AskingProps = Props & { text: string | null; within: WorkingSessionView | null; onAlone: () => void };

function Asking({ exhibit, act, eachFile = false, text, within, onAlone, onClose, onOpened }: AskingProps) {
  const { t } = useTranslation();
  const { seat } = useTeam();
  // A view for a verdict is team management: no purpose is asked for.
  const silent = act === 'verify' || act === 'filter';
  const takes = act === 'take';
  const found = takes ? exhibit.files.filter(({ scan }) => scan === 'found') : [];
  const form = useForm<Values>({
    initialValues: {
      purpose: silent ? 'JIT_MANAGEMENT' : 'JIT_PURPOSE',
      justification: '',
      acknowledged: false,
      accepted: false,
      ...lastKept(seat.id),
    },
    validate: {
      justification: (value) => (within || value.trim() ? null : t('openings/needJustification')),
      acknowledged: (value) => (text === null || value ? null : t('openings/needAcknowledge')),
      accepted: (value) => (found.length === 0 || value ? null : t('openings/needAccept')),
      custodian: (value) => (!takes || value.trim() ? null : t('copies/needCustodian')),
      file_number: (value) => (!takes || value.trim() ? null : t('copies/needFileNumber')),
    },
  });
  const run = useOpen(exhibit, (opening) => {
    if (takes) keepLast(seat.id, form.getValues());
    onOpened(opening);
  });
  const submit = form.onSubmit(({ purpose, justification, acknowledged, accepted, ...keeping }) =>
    run.mutate({
      act,
      acknowledged,
      ...(accepted ? { accepts_findings: true } : {}),
      ...(within ? { working_session: within.id } : { purpose, justification: justification.trim() }),
      ...(takes ? { ...kept(keeping), each_file: eachFile } : {}),
    }),
  );
  return (
    <Dialog onClose={onClose} size="lg" title={t(WORDS[act].title, { number: exhibit.exhibit_number })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(
              act === 'filter'
                ? 'filtering/readHelp'
                : act === 'verify'
                  ? 'verifications/readHelp'
                  : exhibit.mine
                    ? 'openings/mine'
                    : 'openings/help',
            )}
          </Text>
          {within ? (
            <Notice>
              {t('work/within', { purpose: t(`purpose/${within.purpose}`), justification: within.justification })}{' '}
              <Anchor component="button" type="button" size="sm" onClick={onAlone}>
                {t('work/alone')}
              </Anchor>
            </Notice>
          ) : (
            <>
              {silent ? null : (
                <Select
                  required
                  label={t('openings/purpose')}
                  allowDeselect={false}
                  data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
                  {...form.getInputProps('purpose')}
                />
              )}
              <Textarea
                data-autofocus
                required
                maxLength={10_000}
                label={t('openings/justification')}
                placeholder={t('openings/justificationHelp')}
                {...form.getInputProps('justification')}
              />
            </>
          )}
          <LimitsOfUse limits={exhibit.limits_of_use} of={exhibit.exhibit_number} />
          {takes ? <KeepingFields form={form} /> : null}
          {text === null ? null : (
            <>
              <blockquote className={classes['text']}>{visible(text)}</blockquote>
              <Checkbox
                size="xs"
                label={t('openings/acknowledge')}
                {...form.getInputProps('acknowledged', { type: 'checkbox' })}
              />
            </>
          )}
          {found.length === 0 ? null : (
            <>
              <Notice tone="bad" title={t('openings/malware')}>
                {found.map((one) => `${visible(one.name)} (${visible(one.finding ?? '')})`).join(', ')}
              </Notice>
              <Checkbox
                size="xs"
                label={t('openings/accept')}
                {...form.getInputProps('accepted', { type: 'checkbox' })}
              />
            </>
          )}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t(WORDS[act].now)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
