/**
 * Code that nobody waits for: fetched once the first screen stands, so that it does not stand between a reader and the list;
 * at once, when somebody touches the page before.
 */
import { lazy, type ComponentType } from 'react';

/** However slow the first screen is, its other parts come. */
const PATIENCE = 3000;
const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});
setTimeout(begin, PATIENCE);
for (const touch of TOUCHES) addEventListener(touch, begin, { capture: true, once: true, passive: true });

/** The first screen stands, with what was asked for. */
export const standing = (): void => begin();
/** For what is asked of the server once it does. */
export const stands: Promise<void> = begun;

/** A component of a module that is fetched later. */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await begun;
    return { default: await load() };
  });
