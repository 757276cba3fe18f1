/**
 * Mantine's `Modal` and `Drawer` as the page uses them: open while they are drawn, with a named close button. All dialogs share the
 * page's `ModalStack`, so that Escape closes the uppermost alone; the lower ones stay visible.
 */
import { Drawer, Modal, ModalStackContext, type DrawerProps, type ModalProps } from '@mantine/core';
import { use, useEffect, useEffectEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './useReturnFocus';

type MaybeOpened<Props extends { opened: boolean }> = Omit<Props, 'opened'> & { opened?: boolean };

/** Whether this dialog is the uppermost of those that are open. */
function useUppermost(opened: boolean): boolean {
  const id = useId();
  const stack = use(ModalStackContext);
  const add = useEffectEvent(() => stack?.addModal(id, 0));
  const remove = useEffectEvent(() => stack?.removeModal(id));
  useEffect(() => {
    if (!opened) return;
    add();
    return () => remove();
  }, [opened]);
  return stack === null || stack.currentId === id;
}

function useDialogProps(opened: boolean) {
  const { t } = useTranslation();
  useReturnFocus(opened);
  return {
    opened,
    closeOnEscape: useUppermost(opened),
    closeButtonProps: { 'aria-label': t('common/close') },
  };
}

export function Dialog({ opened = true, ...props }: MaybeOpened<ModalProps>) {
  return <Modal {...useDialogProps(opened)} {...props} />;
}

/** A dialog at the side of the page. */
export function SideDialog({ opened = true, ...props }: MaybeOpened<DrawerProps>) {
  return <Drawer {...useDialogProps(opened)} {...props} />;
}
