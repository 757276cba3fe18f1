/**
 * Shows the `data-hint` of the hovered or focused element. One layer for the page, because a tooltip for every mark of
 * a long list made scrolling slow.
 */
import { Portal } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './HintLayer.module.css';

type Shown = { text: string; left: number; top: number; above: boolean };

const DELAY = 250;
const EDGE = 200;

export function HintLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let on: Element | null = null;
    const hide = () => {
      clearTimeout(timer);
      on = null;
      setShown(null);
    };
    const over = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-hint]') : null;
      if (target === on) return;
      hide();
      if (!target || (event.type === 'focusin' && !target.matches(':focus-visible'))) return;
      on = target;
      timer = setTimeout(() => show(target), DELAY);
    };
    const show = (target: Element) => {
      // The element is gone or its text has changed: the current text is shown.
      const text = target.isConnected ? target.getAttribute('data-hint') : null;
      if (!text) return;
      const { left, width, top, bottom } = target.getBoundingClientRect();
      const above = bottom + 120 > innerHeight;
      setShown({
        text,
        left: Math.min(Math.max(left + width / 2, EDGE), Math.max(EDGE, innerWidth - EDGE)),
        top: above ? top - 6 : bottom + 6,
        above,
      });
    };
    // Terms are also explained on a press, because touch screens have no hovering.
    const press = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-hint-press]') : null;
      if (!target) return;
      clearTimeout(timer);
      on = target;
      show(target);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', over);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('click', press);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', key);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', over);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('click', press);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', key);
    };
  }, []);
  if (!shown) return null;
  return (
    <Portal>
      <div
        role="tooltip"
        className={classes['hint']}
        data-above={shown.above || undefined}
        style={{ left: shown.left, top: shown.top }}
      >
        {shown.text}
      </div>
    </Portal>
  );
}
