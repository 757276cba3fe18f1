/** Who else shall see the new exhibit: nothing for everybody unless it is chosen here. */
import { Button, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accessRulesQuery } from '@/features/sharing/access/queries';
import { useTeam } from '@/api/team';
import { Foreseen } from '@/components/sharing/Foreseen';
import { Notice } from '@/components/notices/Notice';
import { Conditions } from '@/components/sharing/Conditions';
import { EMPTY, type Draft } from '@/components/sharing/draft';
import { LevelChoice } from '@/components/sharing/LevelChoice';
import { listed, sentences } from '@/components/sharing/words';
import type { FieldsProps } from './form';
import classes from './Register.module.css';

/** `onFollow`: told once whether rules stand that decide; nothing that somebody typed. */
export function RegisterReleases({
  values,
  errors,
  onChange,
  onFollow,
}: FieldsProps & { onFollow: (ruled: boolean) => void }) {
  const { t } = useTranslation();
  const { jit, parties, seat, may, partyName, zone, locale } = useTeam();
  const [opened, setOpened] = useState<string | null>(null);
  const chosen = useRef(false);
  const own = seat.party ? partyName(seat.party) : '';
  const rules = useQuery(accessRulesQuery(jit.id, may('rules:read')));
  const standing = (rules.data?.items.length ?? 0) > 0;
  // Once it is known whether there are rules: they decide, unless a leader decides by hand. A member's exhibits follow them.
  useEffect(() => {
    if (rules.data && !chosen.current) {
      chosen.current = true;
      onFollow(standing);
    }
  });
  const { category } = values;
  const foreseen = !category ? (
    <Text size="sm" c="dimmed">
      {t('register/categoryFirst')}
    </Text>
  ) : (
    <Foreseen wish={{ draft: { category, handling: values.handling, tlp: values.tlp, joint: values.joint } }} />
  );
  if (!may('releases:grant'))
    return standing ? (
      <>
        <Notice tone="locked">{t('register/memberRuled', { party: own })}</Notice>
        {foreseen}
      </>
    ) : (
      <Notice tone="locked">{t('register/memberOnly', { party: own })}</Notice>
    );
  const set = (party: string, draft: Draft) => onChange({ releases: { ...values.releases, [party]: draft } });
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  const nobody = others.every(({ code }) => (values.releases[code] ?? EMPTY).level === 'none');
  return (
    <div className={classes['parties']}>
      {standing ? (
        <Radio.Group
          aria-label={t('register/who')}
          value={values.ruled ? 'rules' : 'hand'}
          onChange={(next) => onChange({ ruled: next === 'rules' })}
        >
          <Stack gap={6} my={4}>
            <Radio size="xs" value="rules" label={t('register/byRules')} />
            <Radio size="xs" value="hand" label={t('register/byHand')} />
          </Stack>
        </Radio.Group>
      ) : null}
      {values.ruled
        ? foreseen
        : others.map((party) => {
            const draft = values.releases[party.code] ?? EMPTY;
            const wrong = errors[`releases.${party.code}`] !== undefined;
            const open = draft.level !== 'none' && (opened === party.code || wrong);
            const joint = values.joint.includes(party.code);
            const authorityName = (code: string) => party.authorities.find((one) => one.code === code)?.name ?? code;
            return (
              <div key={party.code} className={classes['party']}>
                <div className={classes['partyLine']}>
                  <span className={classes['partyName']}>
                    <span className="mono">{party.code}</span> {party.name === party.code ? '' : party.name}
                  </span>
                  {joint ? (
                    <Text size="xs">{t('joint/holds')}</Text>
                  ) : (
                    <LevelChoice
                      label={t('releases/edit', { party: party.name })}
                      value={draft.level}
                      onChange={(level) => set(party.code, { ...draft, level })}
                    />
                  )}
                </div>
                {draft.level === 'none' ? null : (
                  <>
                    <Text size="xs" c="dimmed">
                      {sentences(draft, { t, zone, locale, party: party.name, authorityName }).join(' ')}
                    </Text>
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      w="fit-content"
                      aria-expanded={open}
                      onClick={() => setOpened(open ? null : party.code)}
                    >
                      {t('releases/more')}
                    </Button>
                    {open ? (
                      <Conditions
                        party={party.code}
                        draft={draft}
                        tlp={values.tlp}
                        onChange={(next) => set(party.code, next)}
                      />
                    ) : null}
                  </>
                )}
              </div>
            );
          })}
      {values.joint.length > 0 ? (
        <Notice tone="locked">{t('joint/needs', { parties: listed(values.joint.map(partyName), locale) })}</Notice>
      ) : null}
      {nobody && !values.ruled ? (
        <Text size="sm" c="dimmed">
          {t('register/originatorAlone', { party: own })}
        </Text>
      ) : null}
    </div>
  );
}
