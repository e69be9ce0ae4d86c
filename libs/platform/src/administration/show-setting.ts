import type { z } from 'zod';
import type { installationSetting } from '#libs/api-schema';
import type { Config } from '../config/config.js';
import { secretSettings, settingWords } from './setting-words.js';

type Shown = z.output<typeof installationSetting>;

/**
 * A setting as an administrator sees it: secrets hidden, addresses without their password.
 * @param given what the environment says
 * @param usual what holds when nothing is given
 */
export function showSetting(
  name: keyof Config,
  config: Config,
  given: Readonly<Record<string, string | undefined>>,
  usual: Config,
): Shown {
  const value = written(config[name]);
  const isSecret = secretSettings.has(name);
  const isGiven = (given[name] ?? '') !== '';
  const isUnset = value === null || value === '';
  const source = isGiven
    ? 'environment'
    : isUnset
      ? 'unset'
      : value === written(usual[name])
        ? 'default'
        : 'start';
  return {
    name,
    explains: settingWords[name],
    value: isSecret || isUnset ? null : withoutPassword(value),
    isSecret,
    source,
  };
}

function written(value: Config[keyof Config]): string | null {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** `postgresql://…@host:5432/rygrad`: enough to know it again, nothing to get in by. */
function withoutPassword(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//.test(value) || !URL.canParse(value)) return value;
  const { protocol, username, password, host, pathname } = new URL(value);
  const who = username === '' && password === '' ? '' : '…@';
  return `${protocol}//${who}${host}${pathname === '/' ? '' : pathname}`;
}
