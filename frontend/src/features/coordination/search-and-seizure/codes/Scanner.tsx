/** The camera, until it reads a code of ours. Beside it a code is typed: a camera may be broken, forbidden or wet. */
import { Button, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { readCode, typed, type Read } from './codes';
import { reader } from './scan';
import classes from '@/features/coordination/search-and-seizure/AtTheSearch.module.css';

type Props = { jit: string; onRead: (read: Exclude<Read, { kind: 'foreign' }>) => void; onClose: () => void };
type Torch = MediaTrackCapabilities & { torch?: boolean };

const EVERY_MS = 200;

export function Scanner({ jit, onRead, onClose }: Props) {
  const { t } = useTranslation();
  const [foreign, setForeign] = useState(false);
  const told = useCallback(
    (text: string) => {
      const read = readCode(text, location.origin, jit);
      setForeign(read.kind === 'foreign');
      if (read.kind === 'foreign') return;
      if ('vibrate' in navigator) navigator.vibrate(80);
      onRead(read);
    },
    [jit, onRead],
  );
  const camera = useCamera(told);
  return (
    <section className={classes['form']} aria-label={t('atSearch/scan')}>
      {camera.failed ? (
        <Notice tone="warn">{t('atSearch/noCamera')}</Notice>
      ) : (
        <>
          <div className={classes['view']}>
            <video ref={camera.video} playsInline muted aria-label={t('atSearch/aim')} />
          </div>
          <div className={classes['row']}>
            <span>{t('atSearch/aim')}</span>
            {camera.torch ? (
              <Button
                variant="default"
                className={classes['big'] ?? ''}
                leftSection={<IconBulb size={22} />}
                onClick={camera.torch}
              >
                {t('atSearch/light')}
              </Button>
            ) : null}
          </div>
        </>
      )}
      {foreign ? <Notice tone="warn">{t('atSearch/foreign')}</Notice> : null}
      <Typed onCode={(code) => onRead({ kind: 'label', code })} onClose={onClose} />
    </section>
  );
}

function Typed({ onCode, onClose }: { onCode: (code: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const code = typed(text);
    setWrong(code === null);
    if (code !== null) onCode(code);
  };
  return (
    <form className={classes['form']} onSubmit={submit} noValidate>
      <TextInput
        label={t('atSearch/code')}
        description={t('atSearch/codeHelp')}
        classNames={{ input: 'mono' }}
        value={text}
        maxLength={100}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        error={wrong ? t('atSearch/codeWrong') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes['foot']}>
        <Button variant="default" className={classes['big'] ?? ''} onClick={onClose}>
          {t('atSearch/cancel')}
        </Button>
        <Button type="submit" className={classes['big'] ?? ''}>
          {t('atSearch/go')}
        </Button>
      </div>
    </form>
  );
}

/** Open while the scanner is on the screen, and not a moment longer. */
function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  const [torch, setTorch] = useState<(() => void) | null>(null);
  useEffect(() => {
    let left = false;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      if (left) {
        stop(stream);
        return;
      }
      const view = video.current;
      if (!view) return;
      view.srcObject = stream;
      await view.play();
      const [track] = stream.getVideoTracks();
      if (track && 'getCapabilities' in track && (track.getCapabilities() as Torch).torch) {
        let lit = false;
        setTorch(() => () => {
          lit = !lit;
          void track.applyConstraints({ advanced: [{ torch: lit } as MediaTrackConstraintSet] }).catch(() => undefined);
        });
      }
      const read = await reader();
      const look = async () => {
        const text = view.readyState >= 2 ? await read(view).catch(() => null) : null;
        if (left) return;
        if (text !== null) onText(text);
        timer = setTimeout(() => void look(), EVERY_MS);
      };
      void look();
    };
    begin().catch(() => {
      if (!left) setFailed(true);
    });
    return () => {
      left = true;
      clearTimeout(timer);
      if (stream) stop(stream);
    };
  }, [onText]);
  return { video, failed, torch };
}

const stop = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};
