import type { Config } from '../config/config.js';
import type { BothLanguages } from '../links/index.js';

/** What each setting means, for whoever runs the installation. A setting without words does not compile. */
export const settingWords: Readonly<Record<keyof Config, BothLanguages>> = {
  DATABASE_URL: {
    da: 'Databasen, som programmet bruger. Uden den kører en indbygget PostgreSQL i DATA_DIR.',
    en: 'The database the program uses. Without it, an embedded PostgreSQL runs in DATA_DIR.',
  },
  MIGRATION_DATABASE_URL: {
    da: 'Den samme database med den rolle, der ejer tabellerne. Bruges kun, når tabeller ændres.',
    en: 'The same database as the role that owns the tables. Used only when tables change.',
  },
  REDIS_URL: {
    da: 'Redis, der fordeler job mellem flere processer. Uden den hentes job fra databasen.',
    en: 'Redis, which hands jobs to several processes. Without it, jobs are taken from the database.',
  },
  ROLE: {
    da: 'Hvad denne proces laver: svarer på sider (api), udfører job (worker) eller begge dele (all).',
    en: 'What this process does: answers pages (api), works through jobs (worker), or both (all).',
  },
  HOST: { da: 'Adressen, der lyttes på.', en: 'The address listened on.' },
  PORT: {
    da: 'Porten, der lyttes på. Uden den bruges den første ledige fra 3000 og op.',
    en: 'The port listened on. Without it, the first free one from 3000 on.',
  },
  PUBLIC_URL: {
    da: 'Adressen, som folk bruger. Den står i alle links i mails.',
    en: 'The address people use. It stands in all links in mails.',
  },
  SMTP_URL: {
    da: 'Mailserveren. Uden den bliver ingen mail sendt, men vist på skærmen under Udgående mails.',
    en: 'The mail server. Without it, no mail is sent; mails are shown on screen under Outgoing mails.',
  },
  MAIL_FROM: { da: 'Afsenderen af alle mails.', en: 'The sender of all mails.' },
  DATA_DIR: {
    da: 'Mappen med indbygget database, nøgler og certifikat. Tag backup af den.',
    en: 'The folder with the embedded database, keys and certificate. Back it up.',
  },
  DATABASE_POOL: {
    da: 'Forbindelser til databasen fra denne proces.',
    en: 'Connections to the database from this process.',
  },
  LOG_LEVEL: { da: 'Hvor meget der skrives i loggen.', en: 'How much is written to the log.' },
  NODE_ENV: {
    da: 'I production nægter programmet at starte med usikre indstillinger.',
    en: 'In production the program refuses to start with unsafe settings.',
  },
  SESSION_IDLE_HOURS: {
    da: 'Timer uden brug, før en person skal logge ind igen.',
    en: 'Hours without use before a person has to sign in again.',
  },
  SESSION_ABSOLUTE_HOURS: {
    da: 'Timer, før en person skal logge ind igen under alle omstændigheder.',
    en: 'Hours before a person has to sign in again in any case.',
  },
  TRUST_PROXY: {
    da: 'De proxyer foran, hvis oplysninger om den besøgende tros på.',
    en: 'The proxies in front whose word about the visitor is believed.',
  },
  SECRET_KEY: {
    da: 'Nøglen, der krypterer det, som ikke må ligge læsbart i databasen. Uden den bruges nøglefilen i DATA_DIR.',
    en: 'The key that encrypts what must not lie readable in the database. Without it, the key file in DATA_DIR.',
  },
  SECRET_KEYS_OLD: {
    da: 'Tidligere nøgler, der stadig kan åbne det, de har lukket. Fjern dem efter »rygrad keys rotate«.',
    en: 'Earlier keys that still open what they closed. Remove them after “rygrad keys rotate”.',
  },
  METRICS_TOKEN: {
    da: 'Den, der overvåger driften fra en anden maskine, sender denne nøgle til /metrics. Uden den svarer /metrics kun på selve maskinen, og kun hvor ingen andre bruger installationen.',
    en: 'Whoever watches the installation from another machine sends this key to /metrics. Without it, /metrics answers at the machine itself only, and only where nobody else uses the installation.',
  },
};

/** Settings whose value is never shown to anybody. */
export const secretSettings: ReadonlySet<string> = new Set([
  'SECRET_KEY',
  'SECRET_KEYS_OLD',
  'METRICS_TOKEN',
]);
