/** An exhibit as it is named everywhere: its title, then its number. In texts without markup: `exhibitName`. */
import { visible } from '@/lib/visible';

type Named = { title: string; exhibit_number: string };

export function ExhibitName({ of, strong = false }: { of: Named; strong?: boolean }) {
  const title = visible(of.title);
  return (
    <>
      {strong ? <strong>{title}</strong> : <span>{title}</span>} <span className="mono dim">{of.exhibit_number}</span>
    </>
  );
}

export const exhibitName = ({ title, exhibit_number: number }: Named): string => `${title} · ${number}`;
