/** A choice of members and authorities of a party; empty without a party. */
import { MultiSelect } from '@mantine/core';
import { useTeam } from '@/api/team';

type Names = { seats: string[]; authorities: string[] };
type Words = { label: string; help: string; error?: string | null };
type Props = {
  party: string;
  value: Names;
  seats: Words;
  authorities: Words;
  onChange: (next: Partial<Names>) => void;
};

const ORDER = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

export function MemberChoice({ party, value, seats, authorities, onChange }: Props) {
  const { parties, members } = useTeam();
  const sitting = members.filter((seat) => seat.party === party && seat.state !== 'ended');
  const offices = parties.find(({ code }) => code === party)?.authorities ?? [];
  return (
    <>
      <MultiSelect
        size="xs"
        clearable
        searchable
        label={seats.label}
        description={seats.help}
        inputWrapperOrder={ORDER}
        error={seats.error}
        data={sitting.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        value={value.seats}
        onChange={(next) => onChange({ seats: next })}
      />
      <MultiSelect
        size="xs"
        clearable
        label={authorities.label}
        description={authorities.help}
        inputWrapperOrder={ORDER}
        error={authorities.error}
        data={offices.map(({ code, name }) => ({ value: code, label: name }))}
        value={value.authorities}
        onChange={(next) => onChange({ authorities: next })}
      />
    </>
  );
}
