/** The printed page of labels: number (empty on blank ones), code and QR code, once per copy. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { BlankView } from './queries';
import classes from './Labels.module.css';

export type PrintedLabel = BlankView & { exhibit_number?: string };
export type Paper = 'single' | 'sheet';

/** White border of a QR code in modules (ISO/IEC 18004). */
const QUIET = 4;

export function PrintedLabels({
  labels,
  copies,
  paper,
  onPrinted,
}: {
  labels: readonly PrintedLabel[];
  copies: number;
  paper: Paper;
  onPrinted: () => void;
}) {
  const done = useRef(onPrinted);
  useEffect(() => {
    done.current = onPrinted;
  });
  useEffect(() => {
    const over = () => done.current();
    addEventListener('afterprint', over, { once: true });
    const soon = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(soon);
      removeEventListener('afterprint', over);
    };
  }, []);
  return createPortal(
    <div className={classes['printed']} data-paper={paper} data-printed>
      {labels.flatMap((label) =>
        Array.from({ length: copies }, (_, at) => <Label key={`${label.code}${String(at)}`} label={label} />),
      )}
    </div>,
    document.body,
  );
}

function Label({ label }: { label: PrintedLabel }) {
  const width = label.modules + 2 * QUIET;
  return (
    <div className={classes['label']}>
      <svg
        className={classes['code']}
        viewBox={`${String(-QUIET)} ${String(-QUIET)} ${String(width)} ${String(width)}`}
        role="img"
        aria-label={label.url}
        shapeRendering="crispEdges"
      >
        <path d={label.path} />
      </svg>
      <div className={classes['words']}>
        {label.exhibit_number ? <strong>{label.exhibit_number}</strong> : <span className={classes['blank']} />}
        <span>{label.code}</span>
      </div>
    </div>
  );
}
