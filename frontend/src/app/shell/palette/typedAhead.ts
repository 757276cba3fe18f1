/** Letters typed after Ctrl-K and before the field of the palette has the focus: they would be lost, or act as shortcuts. */

/** The field has the focus long before; else its code could not be fetched, and the keys are the page's again. */
const LONGEST_MS = 5000;

let typed = '';
let ending: ReturnType<typeof setTimeout> | undefined;

function hear(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Collect from now on. */
export function collectTyped(): void {
  takeTyped();
  ending = setTimeout(takeTyped, LONGEST_MS);
  window.addEventListener('keydown', hear, { capture: true });
}

/** Stop collecting, and return what was typed. */
export function takeTyped(): string {
  clearTimeout(ending);
  window.removeEventListener('keydown', hear, { capture: true });
  const taken = typed;
  typed = '';
  return taken;
}
