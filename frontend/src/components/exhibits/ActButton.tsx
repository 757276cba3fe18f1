import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EvidenceView } from '@/api/views';
import { useBecause } from './useBecause';
import { hint } from '@/components/hints/hint';

type Props = ButtonProps & { may: EvidenceView['may']['open']; onClick: () => void; children: ReactNode };

/** A button of an act. If the server does not allow the act, the button stays focusable and shows why. */
export function ActButton({ may, onClick, children, ...rest }: Props) {
  const because = useBecause();
  if (may.allowed)
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <Button
      {...rest}
      {...hint(because(may.because))}
      variant="default"
      data-disabled
      aria-disabled
      aria-description={because(may.because)}
      onClick={(event) => event.preventDefault()}
    >
      {children}
    </Button>
  );
}
