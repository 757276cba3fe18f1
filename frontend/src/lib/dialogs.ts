export const MODAL = '[aria-modal="true"]';

/** The dialogs that stand, the uppermost last. */
export const standingDialogs = (): Element[] => [...document.querySelectorAll(MODAL)];
