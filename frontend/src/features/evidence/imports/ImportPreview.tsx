/** Preview of an import: exhibits with the acts that the source claims, and everything that cannot be imported. */
import { useTranslation } from 'react-i18next';
import type { ImportPreviewView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { Notice } from '@/components/notices/Notice';
import { useWord } from '@/i18n/useWord';
import { visible } from '@/lib/visible';
import classes from './Imports.module.css';

export function ImportPreview({ preview }: { preview: ImportPreviewView }) {
  const { t } = useTranslation();
  const word = useWord();
  const { exhibits, unmapped, warnings, known_as: known } = preview;
  return (
    <>
      <Notice tone="plain" title={t('caseImport/nothingYet')}>
        {t('caseImport/claimed')}
      </Notice>
      {known.length > 0 ? <Notice tone="warn" title={t('caseImport/known', { numbers: known.join(', ') })} /> : null}
      <p className={classes['hash']}>
        {t('files/hash')}
        {t('common/colon')}
        <Copyable value={preview.sha256} />
      </p>
      <h3 className={classes['part']}>{t('caseImport/exhibits', { count: exhibits.length })}</h3>
      <ol className={classes['exhibits']}>
        {exhibits.map((one) => (
          <li key={one.node}>
            <div>
              {one.source_number ? <span className="mono">{one.source_number}</span> : null}{' '}
              <strong>{one.title}</strong>
            </div>
            <div className="dim">
              {word('category', one.category)} · {word('kind', one.kind)}
              {one.hashes.length > 0
                ? ` · ${one.hashes.map(({ algorithm }) => algorithm.toUpperCase()).join(', ')}`
                : ''}
            </div>
            {one.objects.map((object, at) => (
              <div key={at} className="dim">
                {['type', 'name', 'fileName', 'manufacturer', 'model', 'serialNumber', 'sizeInBytes']
                  .flatMap((name) => visible(object[name] ?? '') || [])
                  .join(' · ')}
              </div>
            ))}
            {one.acts.length > 0 ? (
              <ol className={classes['acts']}>
                {one.acts.map((act, at) => (
                  <li key={at}>
                    <strong>{act.action}</strong>{' '}
                    <span className="dim">
                      {[
                        [act.started_at, act.ended_at].filter(Boolean).join(' – '),
                        act.performer,
                        act.instrument,
                        act.location,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
      <h3 className={classes['part']}>
        {t('caseImport/unmapped', { count: unmapped.reduce((sum, { count }) => sum + count, 0) })}
      </h3>
      {unmapped.length === 0 ? (
        <p className="dim">{t('caseImport/allMapped')}</p>
      ) : (
        <ul className={classes['list']}>
          {unmapped.map(({ what, why, count, nodes }, at) => (
            <li key={at}>
              <span className="mono">{what}</span> × {count}{' '}
              <span className="dim">
                {t(`unmapped/${why}`)}
                {t('common/colon')}
                {nodes.slice(0, 3).join(', ')}
                {count > 3 ? ' …' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 ? (
        <>
          <h3 className={classes['part']}>{t('caseImport/warnings', { count: warnings.length })}</h3>
          <ul className={classes['list']}>
            {warnings.slice(0, 100).map((one, at) => (
              <li key={at}>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
