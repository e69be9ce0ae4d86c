import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Toast } from './toast.js';
import type { ToastContent } from './toast.js';

interface Voice {
  announce: (text: string) => void;
  toast: (content: ToastContent) => void;
}

const VoiceContext = createContext<Voice | null>(null);

/** Says things to screen readers, and shows short messages at the foot of the page. Wraps the whole app once. */
export function Announcer({ children }: { children: ReactNode }): ReactElement {
  const [text, setText] = useState('');
  const [shown, setShown] = useState<(ToastContent & { id: number }) | null>(null);
  const counter = useRef(0);
  const announce = useCallback((next: string) => {
    // The same words twice must be read twice, so the region is emptied first.
    setText('');
    setTimeout(() => {
      setText(next);
    }, 50);
  }, []);
  const toast = useCallback((content: ToastContent) => {
    counter.current += 1;
    setShown({ ...content, id: counter.current });
  }, []);
  const voice = useMemo(() => ({ announce, toast }), [announce, toast]);
  const leave = useCallback(() => {
    setShown(null);
  }, []);
  return (
    <VoiceContext value={voice}>
      {children}
      <div className="sr-only" role="status" aria-live="polite">
        {text}
      </div>
      <div className="toast-place" role="status" aria-live="polite">
        {shown ? <Toast key={shown.id} {...shown} onLeave={leave} /> : null}
      </div>
    </VoiceContext>
  );
}

function useVoice(): Voice {
  const voice = use(VoiceContext);
  if (!voice) throw new Error('no Announcer above');
  return voice;
}

/** A function that says a text to screen readers without showing it. */
export function useAnnounce(): (text: string) => void {
  return useVoice().announce;
}

/** A function that shows a short message, optionally with an undo: `toast({ text, undo })`. */
export function useToast(): (content: ToastContent) => void {
  return useVoice().toast;
}
