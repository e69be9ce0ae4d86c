import { useText } from '../../language/use-text.js';

/** How a device is called: »Safari på iPhone«, or as much of it as is known. */
export function useDeviceWords(): (device: { browser: string | null; system: string | null }) => string {
  const t = useText();
  return ({ browser, system }) =>
    browser !== null && system !== null
      ? t('account.deviceOn', { browser, system })
      : (browser ?? system ?? t('account.deviceUnknown'));
}
