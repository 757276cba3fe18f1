export const MODAL = '[aria-modal="true"]';

/** The open dialogs, the uppermost one last. */
export const standingDialogs = (): Element[] => [...document.querySelectorAll(MODAL)];
