/** Handling codes and TLP as labels, with their meaning on hover and for screen readers. */
import { useTranslation } from 'react-i18next';
import type { HandlingCode, Tlp } from '@/api/views';
import classes from './Markings.module.css';
import { lazyHint } from '@/components/hints/hint';

export function TlpLabel({ tlp, short = false }: { tlp: Tlp; short?: boolean }) {
  const { t } = useTranslation();
  const name = t(`tlp/${tlp}_name`);
  return (
    <span className={classes['tlp']} data-tlp={tlp} {...lazyHint(() => `${name}: ${t(`tlp/${tlp}`)}`)}>
      {short ? name.replace('TLP:', '') : name}
    </span>
  );
}

export function HandlingCodes({ codes }: { codes: readonly HandlingCode[] }) {
  const { t } = useTranslation();
  return codes.map((code) => (
    <span
      key={code}
      className={classes['handling']}
      data-plain={code === 'H0' || undefined}
      {...lazyHint(() => `${code}: ${t(`handling/${code}`)}`)}
    >
      {code}
    </span>
  ));
}

export function Markings({
  handling,
  tlp,
  short = false,
}: {
  handling: readonly HandlingCode[];
  tlp: Tlp;
  short?: boolean;
}) {
  return (
    <span className={classes['row']}>
      <HandlingCodes codes={handling} />
      <TlpLabel tlp={tlp} short={short} />
    </span>
  );
}
