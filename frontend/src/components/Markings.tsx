/** Handling codes and TLP as labels; what they mean stands on hover and is read out. */
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HandlingCode, Tlp } from '@/api/views';
import classes from './Markings.module.css';

export function TlpLabel({ tlp, short = false }: { tlp: Tlp; short?: boolean }) {
  const { t } = useTranslation();
  const name = t(`tlp/${tlp}_name`);
  return (
    <Tooltip label={`${name}: ${t(`tlp/${tlp}`)}`}>
      <span className={classes['tlp']} data-tlp={tlp}>{short ? name.replace('TLP:', '') : name}</span>
    </Tooltip>
  );
}

export function HandlingCodes({ codes }: { codes: readonly HandlingCode[] }) {
  const { t } = useTranslation();
  return codes.map((code) => (
    <Tooltip key={code} label={`${code}: ${t(`handling/${code}`)}`}>
      <span className={classes['handling']} data-plain={code === 'H0' || undefined}>{code}</span>
    </Tooltip>
  ));
}

export function Markings({ handling, tlp, short = false }: { handling: readonly HandlingCode[]; tlp: Tlp; short?: boolean }) {
  return (
    <span className={classes['row']}>
      <HandlingCodes codes={handling} />
      <TlpLabel tlp={tlp} short={short} />
    </span>
  );
}
