/** The printed page of labels: number (empty on blank ones), code and QR code, once per copy. */
import { Printed } from '@/components/print/Printed';
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
  return (
    <Printed className={classes['printed']} paper={paper} onPrinted={onPrinted}>
      {labels.flatMap((label) =>
        Array.from({ length: copies }, (_, at) => <Label key={`${label.code}${String(at)}`} label={label} />),
      )}
    </Printed>
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
