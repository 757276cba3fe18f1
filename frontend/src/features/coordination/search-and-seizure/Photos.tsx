/** Photographs of the seal: hashed and kept on the device as they are taken, in the camera's own bytes. */
import { ActionIcon } from '@mantine/core';
import { IconCamera, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { get, put, remove } from '@/api/outbox/records';
import type { Photo } from './queue/thing';
import { sha256 } from './queue/upload';
import { useAlive } from './useAlive';
import classes from './AtTheSearch.module.css';

/** The camera's own name says nothing, and may say too much. */
const nameOf = (at: string, type: string) =>
  `seal-${at.slice(0, 19).replaceAll(':', '')}Z.${/^image\/([a-z]+)/.exec(type)?.[1]?.replace('jpeg', 'jpg') ?? 'bin'}`;

async function taken(file: File): Promise<Photo> {
  const at = new Date().toISOString();
  const bytes = await file.arrayBuffer();
  const photo = {
    id: crypto.randomUUID(),
    name: nameOf(at, file.type),
    type: file.type,
    size: file.size,
    sha256: await sha256(bytes),
    at,
  };
  await put('photos', photo.id, bytes);
  return photo;
}

/** `onStoring`: one more is being hashed and kept, or one less. */
type Props = {
  photos: Photo[];
  onStoring: (more: 1 | -1) => void;
  onTaken: (photo: Photo) => void;
  onDropped: (photo: Photo) => void;
};

export function Photos({ photos, onStoring, onTaken, onDropped }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const alive = useAlive();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setFailed(null);
    onStoring(1);
    try {
      const photo = await taken(file);
      // Of a thing that was let go of meanwhile nothing stays.
      if (alive.current) onTaken(photo);
      else await remove('photos', photo.id);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      onStoring(-1);
    }
  };
  const drop = async (photo: Photo) => {
    await remove('photos', photo.id);
    onDropped(photo);
  };
  return (
    <div className={classes['form']}>
      {photos.length > 0 ? (
        <ul className={classes['photos']}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <Shown photo={photo} alt={t('atSearch/photo', { no: index + 1 })} />
              <div>
                {t('atSearch/photo', { no: index + 1 })}
                <br />
                <span className="mono dim">{t('atSearch/hash', { hash: photo.sha256.slice(0, 12) })}</span>
              </div>
              <ActionIcon
                variant="default"
                className={classes['square'] ?? ''}
                aria-label={t('atSearch/removePhoto', { no: index + 1 })}
                onClick={() => void drop(photo)}
              >
                <IconTrash size={22} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <label className={classes['file']}>
        <IconCamera size={26} aria-hidden />
        {t(photos.length > 0 ? 'atSearch/photographMore' : 'atSearch/photograph')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {failed ? <Notice tone="bad">{t('atSearch/photoFailed', { why: failed })}</Notice> : null}
    </div>
  );
}

/** From the device's store: also after the camera's programme pushed this page out of memory. */
function Shown({ photo, alt }: { photo: Photo; alt: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    void get('photos', photo.id)
      .then((bytes) => {
        if (bytes === null || left) return;
        made = URL.createObjectURL(new Blob([bytes], { type: photo.type }));
        setUrl(made);
      })
      .catch(() => undefined);
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo]);
  return url ? <img src={url} alt={alt} /> : <span className={classes['blank']} aria-hidden />;
}
