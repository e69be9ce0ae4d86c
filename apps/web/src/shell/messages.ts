import type { Messages } from '../language/define-messages.js';

/** Texts of the shell. */
export const messages = {
  'shell.printed': { da: '{who} · udskrevet {when}', en: '{who} · printed {when}' },
  'shell.skip': { da: 'Gå til indholdet', en: 'Skip to content' },
  'shell.navigation': { da: 'Hovedmenu', en: 'Main menu' },
  'shell.menu': { da: 'Menu', en: 'Menu' },
  'shell.alliance': { da: 'Skift alliance', en: 'Switch alliance' },
  'shell.allAlliances': { da: 'Alle alliancer', en: 'All alliances' },
  'shell.newAlliance': { da: 'Ny alliance', en: 'New alliance' },
  'shell.example': { da: 'Eksempel', en: 'Example' },
  'shell.exampleNotice': {
    da: 'Dette er et eksempel med opfundne personer og virksomheder.',
    en: 'This is an example with invented people and companies.',
  },
  'shell.person': { da: 'Din konto', en: 'Your account' },
  'shell.language': { da: 'Sprog', en: 'Language' },
  'shell.signOut': { da: 'Log ud', en: 'Sign out' },
  'shell.signIn': { da: 'Log ind', en: 'Sign in' },
  'shell.outbox': { da: 'Udgående mails', en: 'Outgoing mails' },
  'shell.keys': { da: 'Genveje', en: 'Shortcuts' },
  'shell.notFound': { da: 'Siden findes ikke', en: 'This page does not exist' },
  'shell.notFoundHelp': {
    da: 'Adressen er forkert, eller du har ikke adgang til siden. Tjek adressen, eller gå til forsiden.',
    en: 'The address is wrong, or you have no access to the page. Check the address, or go to the front page.',
  },
  'shell.home': { da: 'Gå til forsiden', en: 'Go to the front page' },
  'shell.failed': { da: 'Siden kunne ikke vises', en: 'The page could not be shown' },
} satisfies Messages;
