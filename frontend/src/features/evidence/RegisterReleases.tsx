/** Who else shall see the new exhibit: nothing for everybody unless it is chosen here. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/Notice';
import { Conditions } from '@/components/release/Conditions';
import { EMPTY, type Draft } from '@/components/release/draft';
import { LevelChoice } from '@/components/release/LevelChoice';
import { sentences } from '@/components/release/words';
import type { FieldsProps } from './RegisterFields';
import classes from './Register.module.css';

export function RegisterReleases({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { parties, seat, may, partyName, zone, locale } = useTeam();
  const [opened, setOpened] = useState<string | null>(null);
  const own = seat.party ? partyName(seat.party) : '';
  if (!may('releases:grant')) return <Notice tone="locked">{t('register/memberOnly', { party: own })}</Notice>;
  const set = (party: string, draft: Draft) => onChange({ releases: { ...values.releases, [party]: draft } });
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  const nobody = others.every(({ code }) => (values.releases[code] ?? EMPTY).level === 'none');
  return (
    <div className={classes['parties']}>
      {others.map((party) => {
        const draft = values.releases[party.code] ?? EMPTY;
        const wrong = errors[`releases.${party.code}`] !== undefined;
        const open = draft.level !== 'none' && (opened === party.code || wrong);
        const authorityName = (code: string) => party.authorities.find((one) => one.code === code)?.name ?? code;
        return (
          <div key={party.code} className={classes['party']}>
            <div className={classes['partyLine']}>
              <span className={classes['partyName']}><span className="mono">{party.code}</span> {party.name === party.code ? '' : party.name}</span>
              <LevelChoice label={t('releases/edit', { party: party.name })} value={draft.level} onChange={(level) => set(party.code, { ...draft, level })} />
            </div>
            {draft.level === 'none' ? null : (
              <>
                <Text size="xs" c="dimmed">{sentences(draft, { t, zone, locale, party: party.name, authorityName }).join(' ')}</Text>
                <Button variant="subtle" size="compact-xs" w="fit-content" aria-expanded={open} onClick={() => setOpened(open ? null : party.code)}>{t('releases/more')}</Button>
                {open ? <Conditions party={party.code} draft={draft} tlp={values.tlp} onChange={(next) => set(party.code, next)} /> : null}
              </>
            )}
          </div>
        );
      })}
      {nobody ? <Text size="sm" c="dimmed">{t('register/originatorAlone', { party: own })}</Text> : null}
    </div>
  );
}
