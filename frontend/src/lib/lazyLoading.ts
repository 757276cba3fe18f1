/** Lazily loaded code: loaded after the first screen, or at once when the user interacts with the page. */
import { lazy, type ComponentType } from 'react';

/** Milliseconds after which the other parts are loaded, however slow the first screen is. */
const PATIENCE = 3000;
const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
setTimeout(begin, PATIENCE);
for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, once: true, passive: true });

/** Tells that the first screen is shown with its data. */
export const firstScreenShown = (): void => begin();
/** Resolves when the first screen is shown, for requests that can wait. */
export const firstScreen: Promise<void> = begun;

/** Returns a component of a module that is loaded later. */
export const loadLater = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await begun;
    return { default: await load() };
  });
