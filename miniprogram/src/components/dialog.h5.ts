import { useEffect, useRef } from 'react';

const REACHABLE = '[tabindex="0"], textarea, input';

/** From the last back to the first, and the other way round. */
const stayInside = (dialog: HTMLElement, event: KeyboardEvent) => {
  const reachable = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)];
  const [first, last] = [reachable[0], reachable.at(-1)];
  const from = document.activeElement;
  const leaves = from === (event.shiftKey ? first : last) || from === dialog;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
};

/** The keyboard goes into the dialog with this id, stays there, leaves it by Escape, and is then where it was. */
export const useDialog = (id: string, onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const dialog = document.getElementById(id);
    dialog?.setAttribute('tabindex', '-1');
    dialog?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab' && dialog) stayInside(dialog, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);
};
