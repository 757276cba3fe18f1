/**
 * The form of one item: description, act, seal. Saved with each change, so that nothing is lost when the camera opens.
 */
import { Button, Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { IconClock, IconMapPin } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { CATEGORIES } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { clockTime } from '@/lib/time';
import { Choice } from './Choice';
import { isCode } from './codes/codes';
import { now, type Pass } from './queue/pass';
import { Photos } from './Photos';
import { needs, type Draft, type Taken } from './queue/thing';
import { useAlive } from './useAlive';
import type { Change } from './useDraft';
import classes from './AtTheSearch.module.css';

type Props = {
  draft: Draft;
  pass: Pass;
  onChange: (to: Change) => void;
  onKeep: (draft: Draft) => Promise<void>;
  onDrop: () => void;
};
type Text = 'title' | 'place' | 'fromWhom' | 'legalBasis' | 'seal' | 'remarks';

const TAKEN: readonly Taken[] = ['seized', 'collected', 'already'];

export function ItemForm({ draft, pass, onChange: set, onKeep, onDrop }: Props) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [storing, setStoring] = useState(0);
  const lacks = needs(draft);
  const isNew = draft.subject.kind === 'new';
  // By the clock as it was known at the beginning: what is learnt of it in between puts no seal before the taking.
  const sealedNow = () => ({ ...now(pass), offset: draft.begun.offset });
  const field = (name: Text, label: string, required = false) => ({
    label,
    required,
    value: draft[name],
    maxLength: 300,
    autoComplete: 'off',
    error:
      tried && lacks.some((one) => one === name) ? t(name === 'seal' ? 'atSearch/needSeal' : 'atSearch/need') : null,
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [name]: event.currentTarget.value, ...(name === 'seal' && !draft.sealed ? { sealed: sealedNow() } : {}) }),
  });
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (lacks.length > 0) return;
    setKeeping(true);
    try {
      await onKeep(draft);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
      setKeeping(false);
    }
  };
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t('atSearch/title')}
    >
      <div className={classes['subject']}>
        <Subject draft={draft} />
      </div>
      <Blank draft={draft} registers={pass.registers} onChange={(subject) => set({ subject })} />
      <Choice
        legend={t('atSearch/taken')}
        value={draft.taken}
        options={TAKEN.map((value) => ({ value, label: t(`atSearch/${value}`) }))}
        onChange={(taken) => set({ taken })}
      />
      {isNew ? <TextInput {...field('title', t('atSearch/what'), true)} description={t('atSearch/whatHelp')} /> : null}
      {isNew ? (
        <NativeSelect
          label={t('atSearch/category')}
          value={draft.category}
          data={CATEGORIES.map((value) => ({ value, label: t(`category/${value}`) }))}
          onChange={(event) =>
            set({ category: CATEGORIES.find((one) => one === event.currentTarget.value) ?? 'other' })
          }
        />
      ) : null}
      {isNew || draft.taken !== 'already' ? <TextInput {...field('place', t('atSearch/place'), true)} /> : null}
      {draft.taken === 'already' ? null : <TextInput {...field('fromWhom', t('atSearch/fromWhom'))} />}
      {isNew ? <TextInput {...field('legalBasis', t('atSearch/legalBasis'), true)} /> : null}
      {isNew ? (
        <Checkbox
          label={t('atSearch/checked')}
          description={t('atSearch/checkedHelp')}
          checked={draft.checked}
          onChange={(event) => set({ checked: event.currentTarget.checked })}
        />
      ) : null}
      <Photos
        photos={draft.photos}
        onStoring={(more) => setStoring((now) => now + more)}
        onTaken={(photo) => set(({ photos }) => ({ photos: [...photos, photo], sealed: sealedNow() }))}
        onDropped={(photo) => set(({ photos }) => ({ photos: photos.filter(({ id }) => id !== photo.id) }))}
      />
      <TextInput
        {...field('seal', t('atSearch/seal'), draft.photos.length > 0)}
        classNames={{ input: 'mono' }}
        autoCapitalize="characters"
      />
      <Textarea {...field('remarks', t('atSearch/remarks'))} maxLength={5000} />
      <Position draft={draft} onChange={(position) => set({ position })} />
      <When
        draft={draft}
        pass={pass}
        onNow={() => set({ begun: now(pass), ...(draft.sealed ? { sealed: now(pass) } : {}) })}
      />
      {tried && lacks.includes('nothing') ? <Notice tone="bad">{t('atSearch/needNothing')}</Notice> : null}
      {failed ? <Notice tone="bad">{t('atSearch/keepFailed', { why: failed })}</Notice> : null}
      {leaving ? (
        <Notice
          tone="warn"
          action={
            <Button color="red" className={classes['big'] ?? ''} onClick={onDrop}>
              {t('atSearch/dropDraftYes')}
            </Button>
          }
        >
          {t('atSearch/dropDraft')}
        </Notice>
      ) : null}
      <div className={classes['foot']}>
        <Button variant="default" className={classes['big'] ?? ''} onClick={() => setLeaving(!leaving)}>
          {t('atSearch/cancel')}
        </Button>
        <Button type="submit" className={classes['big'] ?? ''} disabled={keeping || storing > 0}>
          {t(keeping ? 'atSearch/keeping' : 'atSearch/keep')}
        </Button>
      </div>
    </form>
  );
}

function Subject({ draft: { subject } }: { draft: Draft }) {
  const { t } = useTranslation();
  if (subject.kind === 'new')
    return subject.label ? (
      <>
        {t('atSearch/subjectBlank', { code: subject.label })}
        <div className={classes['small']}>{t('atSearch/subjectBlankHelp')}</div>
      </>
    ) : (
      t('atSearch/subjectNew')
    );
  if (subject.kind === 'exhibit') return <span className="mono">{subject.number}</span>;
  return (
    <>
      {t('atSearch/subjectCode', { code: subject.code })}
      <div className={classes['small']}>{t('atSearch/subjectCodeHelp')}</div>
    </>
  );
}

/** A label that was printed before there was a thing: without a network nobody can tell, but who holds it knows. */
function Blank({
  draft: { subject },
  registers,
  onChange,
}: {
  draft: Draft;
  registers: boolean;
  onChange: (subject: Draft['subject']) => void;
}) {
  const { t } = useTranslation();
  if (subject.kind === 'code' && registers && isCode(subject.code))
    return (
      <Button
        variant="default"
        className={classes['big'] ?? ''}
        onClick={() => onChange({ kind: 'new', label: subject.code })}
      >
        {t('atSearch/isBlank')}
      </Button>
    );
  if (subject.kind !== 'new' || !subject.label) return null;
  const { label } = subject;
  return (
    <Button variant="default" className={classes['big'] ?? ''} onClick={() => onChange({ kind: 'code', code: label })}>
      {t('atSearch/isNotBlank')}
    </Button>
  );
}

/** By this device's clock, and what is known of it. */
function When({ draft, pass, onNow }: { draft: Draft; pass: Pass; onNow: () => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const offset = pass.clock?.offset ?? null;
  const said =
    offset === null
      ? t('atSearch/clockUnknown')
      : offset === 0
        ? t('atSearch/clockSame')
        : t('atSearch/clock', {
            seconds: Math.abs(offset),
            side: t(offset > 0 ? 'atSearch/ahead' : 'atSearch/behind'),
          });
  return (
    <div className={classes['when']}>
      <div className={classes['small']}>
        <strong>
          {t('atSearch/begun', { at: `${clockTime(draft.begun.at, draft.begun.zone, locale)} ${draft.begun.zone}` })}
        </strong>
        <br />
        {said}
      </div>
      <Button variant="default" className={classes['big'] ?? ''} leftSection={<IconClock size={20} />} onClick={onNow}>
        {t('atSearch/afresh')}
      </Button>
    </div>
  );
}

/** Asked for when the person presses, never before. */
function Position({ draft, onChange }: { draft: Draft; onChange: (position: string) => void }) {
  const { t } = useTranslation();
  const [none, setNone] = useState(false);
  const alive = useAlive();
  if (draft.position)
    return (
      <div className={classes['row']}>
        <span className={classes['small']}>{draft.position}</span>
        <Button variant="default" className={classes['big'] ?? ''} onClick={() => onChange('')}>
          {t('atSearch/removePosition')}
        </Button>
      </div>
    );
  const ask = () => {
    setNone(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        alive.current &&
        onChange(
          t('atSearch/positionIs', {
            latitude: coords.latitude.toFixed(5),
            longitude: coords.longitude.toFixed(5),
            metres: Math.round(coords.accuracy),
          }),
        ),
      () => setNone(alive.current),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  };
  return (
    <>
      {none ? <Notice tone="warn">{t('atSearch/positionNone')}</Notice> : null}
      <Button variant="default" className={classes['big'] ?? ''} leftSection={<IconMapPin size={22} />} onClick={ask}>
        {t('atSearch/position')}
      </Button>
    </>
  );
}
