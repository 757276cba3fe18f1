/** An exhibit that is linked to a request or notice, and the button that removes a link. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTeam } from '@/api/team';
import { visible } from '@/lib/visible';
import classes from '@/features/requests/request/Request.module.css';

/** `detail`: as what it is linked. `remove`: removes the link; null if the member may not. `label`: says so. */
type Props = {
  evidence: string;
  title: string;
  number: string;
  detail: ReactNode;
  remove: (() => void) | null;
  label: string;
};

export function ExhibitLine({ evidence, title, number, detail, remove, label }: Props) {
  const { jit } = useTeam();
  return (
    <li className={classes['line']}>
      <div>
        <Link to="/jits/$jit/evidence/$evidence" params={{ jit: jit.id, evidence }} className={classes['link']}>
          {visible(title)}
        </Link>
        <div className={classes['small']}>
          {detail} · <span className="mono">{number}</span>
        </div>
      </div>
      {remove ? <RemoveLink label={label} onClick={remove} /> : null}
    </li>
  );
}

export function RemoveLink({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
}
