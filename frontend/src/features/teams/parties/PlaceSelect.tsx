/** Choosing a State or body that joins as a party. */
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, PLACES, type Place } from './places';

export function PlaceSelect({ taken, onChoose }: { taken: readonly string[]; onChoose: (place: Place) => void }) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState('');
  const data = useMemo(() => {
    const open = PLACES.filter(({ code }) => !taken.includes(code));
    const group = (title: string, fits: (place: Place) => boolean) => ({
      group: title,
      items: open
        .filter(fits)
        .map((place) => ({ value: place.code, label: `${nameOf(place, i18n.language)} (${place.code})` }))
        .sort((a, b) => a.label.localeCompare(b.label, i18n.language)),
    });
    return [
      group(t('founding/memberStates'), ({ kind }) => kind === 'member_state'),
      group(t('founding/thirdCountries'), ({ kind }) => kind === 'third_country'),
      group(t('founding/bodies'), ({ kind }) => kind !== 'member_state' && kind !== 'third_country'),
    ];
  }, [taken, t, i18n.language]);
  return (
    <Select
      searchable
      label={t('founding/addParty')}
      placeholder={t('founding/findParty')}
      nothingFoundMessage={t('founding/noPlace')}
      data={data}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(code) => {
        const place = PLACES.find((one) => one.code === code);
        if (place) onChoose(place);
        setSearch('');
      }}
    />
  );
}
