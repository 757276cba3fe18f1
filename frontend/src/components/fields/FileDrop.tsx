/** A place to drop files, with a button that opens the choice of files. */
import { Button, Text } from '@mantine/core';
import { Dropzone, type DropzoneProps } from '@mantine/dropzone';
import { useRef, type ReactNode } from 'react';
import classes from './FileDrop.module.css';

type Props = Pick<
  DropzoneProps,
  'accept' | 'maxSize' | 'maxFiles' | 'multiple' | 'disabled' | 'onDrop' | 'onReject'
> & {
  label: string;
  help: string;
  icon?: ReactNode;
};

export function FileDrop({ label, help, icon, ...zone }: Props) {
  const choose = useRef<() => void>(null);
  return (
    // The button alone takes the focus: an input inside a button would be out of reach for screen readers.
    <Dropzone
      {...zone}
      className={classes['drop'] ?? ''}
      openRef={choose}
      activateOnClick={false}
      activateOnKeyboard={false}
      tabIndex={-1}
      enablePointerEvents
      inputProps={{ 'aria-hidden': true }}
    >
      {icon}
      <div>
        <Button variant="default" size="xs" disabled={zone.disabled ?? false} onClick={() => choose.current?.()}>
          {label}
        </Button>
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {help}
      </Text>
    </Dropzone>
  );
}
