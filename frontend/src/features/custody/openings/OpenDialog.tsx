/** The act before the content: purpose, justification, acknowledgement. Recorded before the first byte is shown. */
import { Anchor, Button, Checkbox, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PURPOSES,
  type Act,
  type EvidenceView,
  type OpeningView,
  type Purpose,
  type WorkingSessionView,
} from '@/api/views';
import { useWorkingSession } from '@/features/custody/working-sessions/queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { LimitsOfUse } from '@/components/exhibits/LimitsOfUse';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { AtOnce } from './AtOnce';
import { KeepingFields } from './KeepingFields';
import { kept, type Keeping } from './keeping';
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
  if (within && act === 'open' && text === null) return <AtOnce {...props} within={within} onAlone={alone} />;
  return <Asking {...props} text={text} within={within} onAlone={alone} />;
}

type AskingProps = Props & { text: string | null; within: WorkingSessionView | null; onAlone: () => void };

function Asking({ exhibit, act, eachFile = false, text, within, onAlone, onClose, onOpened }: AskingProps) {
  const { t } = useTranslation();
  // Who looks for a verdict manages the team; no purpose is asked for.
  const silent = act === 'verify' || act === 'filter';
  const [purpose, setPurpose] = useState<Purpose | null>(silent ? 'JIT_MANAGEMENT' : 'JIT_PURPOSE');
  const [justification, setJustification] = useState('');
  const [acknowledged, setAcknowledged] = useState(false);
  const [keeping, setKeeping] = useState<Keeping>({ custodian: '', fileNumber: '' });
  const [tried, setTried] = useState(false);
  const run = useOpen(exhibit, onOpened);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const why = within
      ? { working_session: within.id }
      : purpose && justification.trim()
        ? { purpose, justification: justification.trim() }
        : null;
    if (why && (text === null || acknowledged) && (act !== 'take' || kept(keeping)))
      run.mutate({ act, ...why, acknowledged, ...(act === 'take' ? { ...kept(keeping), each_file: eachFile } : {}) });
  };
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
                  value={purpose}
                  error={tried && !purpose ? t('openings/needPurpose') : null}
                  onChange={(value) => setPurpose(value)}
                />
              )}
              <Textarea
                data-autofocus
                required
                maxLength={10_000}
                label={t('openings/justification')}
                placeholder={t('openings/justificationHelp')}
                value={justification}
                error={tried && !justification.trim() ? t('openings/needJustification') : null}
                onChange={(event) => setJustification(event.currentTarget.value)}
              />
            </>
          )}
          <LimitsOfUse limits={exhibit.limits_of_use} of={exhibit.exhibit_number} />
          {act === 'take' ? <KeepingFields value={keeping} tried={tried} onChange={setKeeping} /> : null}
          {text === null ? null : (
            <>
              <blockquote className={classes['text']}>{visible(text)}</blockquote>
              <Checkbox
                size="xs"
                label={t('openings/acknowledge')}
                checked={acknowledged}
                error={tried && !acknowledged ? t('openings/needAcknowledge') : null}
                onChange={(event) => setAcknowledged(event.currentTarget.checked)}
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
