import { readConfig } from '../config/config.js';
import { showSetting } from './show-setting.js';

const usual = readConfig({});
const shown = (name: keyof typeof usual, given: Readonly<Record<string, string>>, found = given) =>
  showSetting(name, readConfig(found), given, usual);
const key = Buffer.alloc(32, 7).toString('base64');

describe('a setting, shown to an administrator,', () => {
  it('never says a secret', () => {
    const setting = shown('SECRET_KEY', { SECRET_KEY: key });
    expect(setting).toMatchObject({ value: null, isSecret: true, source: 'environment' });
    expect(JSON.stringify(setting)).not.toContain(key);
    expect(JSON.stringify(shown('SECRET_KEYS_OLD', { SECRET_KEYS_OLD: key }))).not.toContain(key);
  });

  it.each(['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const)(
    'says where %s leads without its password',
    (name) => {
      const url = 'postgresql://rygrad:hemmelig@db.example:5432/rygrad?sslkey=hemmelig';
      const { value } = shown(name, { DATABASE_URL: url, MIGRATION_DATABASE_URL: url });
      expect(value).toBe('postgresql://…@db.example:5432/rygrad');
    },
  );

  it('says where a mail server is without its password', () => {
    expect(shown('SMTP_URL', { SMTP_URL: 'smtps://post:hemmelig@mail.example:465' }).value).toBe(
      'smtps://…@mail.example:465',
    );
  });

  it('says where its value comes from', () => {
    expect(shown('HOST', {}).source).toBe('default');
    expect(shown('HOST', { HOST: '0.0.0.0' })).toMatchObject({ value: '0.0.0.0', source: 'environment' });
    expect(shown('REDIS_URL', {})).toMatchObject({ value: null, source: 'unset' });
    expect(shown('PORT', {}, { PORT: '3001' })).toMatchObject({ value: '3001', source: 'start' });
  });
});
