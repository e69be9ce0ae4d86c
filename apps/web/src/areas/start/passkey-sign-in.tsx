import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import { askForPasskey, passkeyProblem, passkeysWork, signInWithPasskey } from '../../identity/passkeys.js';
import { Button, Notice, useSearchText } from '../../kit/index.js';
import { useText } from '../../language/use-text.js';
import { useEnter } from './use-enter.js';

/** Sooner than the server's challenge runs out. */
const renewEvery = 4 * 60_000;

/**
 * Signing in with a passkey: by the button, or as the browser offers it in the mail field (whose `autocomplete` ends in
 * `webauthn`). Nothing where passkeys do not work.
 */
export function PasskeySignIn(): ReactElement | null {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signIn = useSignIn();
  useOfferInField(signIn, busy);
  if (!passkeysWork()) return null;
  const press = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(false);
    } catch (error) {
      setProblem(passkeyProblem(error, t));
      setBusy(false);
    }
  };
  return (
    <>
      {problem === null ? null : (
        <Notice kind="error" urgent>
          <p>{problem}</p>
        </Notice>
      )}
      <Button kind="secondary" busy={busy} onClick={() => void press()}>
        {t('start.passkey')}
      </Button>
    </>
  );
}

/** Signs in once, whichever of button and field is answered first. */
function useSignIn(): (fromField: boolean) => Promise<void> {
  const enter = useEnter();
  const [search] = useSearchText();
  const entering = useRef(false);
  const to = search['to'];
  return useCallback(
    async (fromField) => {
      const given = await askForPasskey(fromField);
      if (entering.current) return;
      entering.current = true;
      try {
        await signInWithPasskey(given);
      } catch (error) {
        entering.current = false;
        throw error;
      }
      await enter(to);
    },
    [enter, to],
  );
}

/**
 * Lets the browser offer passkeys while the mail is typed, not while `paused` by another way. What comes to nothing is
 * not told: nobody asked for it.
 */
function useOfferInField(signIn: (fromField: boolean) => Promise<void>, paused: boolean): void {
  useEffect(() => {
    if (paused || !passkeysWork()) return undefined;
    let left = false;
    const offer = async (): Promise<void> => {
      if (!(await browserSupportsWebAuthnAutofill()) || left) return;
      await signIn(true);
    };
    const begin = (): void => {
      offer().catch(() => undefined);
    };
    begin();
    const timer = setInterval(begin, renewEvery);
    return () => {
      left = true;
      clearInterval(timer);
      WebAuthnAbortService.cancelCeremony();
    };
  }, [signIn, paused]);
}
