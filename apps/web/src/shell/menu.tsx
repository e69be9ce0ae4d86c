import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';

interface MenuProps {
  /** What the menu is for. */
  label: string;
  /** What stands on its button. */
  text: ReactNode;
  children: ReactNode;
}

/** A button that opens a list of links; Escape, a choice or a click elsewhere closes it. */
export function Menu({ label, text, children }: MenuProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { href } = useLocation();
  // Open on this address only: going elsewhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === href;
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpenAt(null);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
    };
  }, [open]);
  return (
    <div
      ref={box}
      className="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpenAt(null);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="menu-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpenAt(open ? null : href);
        }}
      >
        <span className="sr-only">{label}: </span>
        <span className="menu-text">{text}</span>
        <span className="menu-mark" aria-hidden="true">
          ▾
        </span>
      </button>
      <ul id={id} className="menu-list bare-list no-max-width" hidden={!open}>
        {children}
      </ul>
    </div>
  );
}
