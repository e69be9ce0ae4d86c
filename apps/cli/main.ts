import { Command } from 'commander';
import { explainFailure } from '../composition/installation.js';
import { replayErasures } from './commands/erasures.js';
import { listKeys, retireKeys, rotate } from './commands/keys.js';
import { makeToken } from './commands/create-token.js';
import { migrateDatabase } from './commands/migrate.js';
import { exportPerson } from './commands/person.js';
import { signInLink } from './commands/sign-in-link.js';
import { verifyEvents } from './commands/verify.js';

const program = new Command('rygrad').description('Runs and looks after a Rygrad installation');

program
  .command('sign-in-link')
  .argument('<email>', 'mail address of a person who has an account')
  .description('print a sign-in link, for an installation without mail')
  .action(signInLink);
program.command('migrate').description('bring the database to the newest schema').action(migrateDatabase);
program
  .command('verify')
  .description('check that no event was changed, removed, put in or cut off after it was sealed')
  .option('--anchor <file...>', 'hold the history also against these anchors, e.g. from mails')
  .action(verifyEvents);

const keys = program
  .command('keys')
  .description('the keys that close what must not lie readable in the database');
keys.command('list').description('which keys there are and how much each closes').action(listKeys);
keys
  .command('rotate')
  .option('--new', 'make a new key first (where keys come from the key file)')
  .description('seal everything with the current key; safe to repeat and while the product runs')
  .action(rotate);
keys.command('retire').description('take out old keys that close nothing any more').action(retireKeys);

program
  .command('erasures')
  .description('erasures of people’s data')
  .command('replay')
  .argument('[journal]', 'file of erasures; default erasures.jsonl in DATA_DIR')
  .description('carry out again what was erased, after a backup was restored')
  .action(replayErasures);

program
  .command('person')
  .description('data about one person')
  .command('export')
  .argument('<email>', 'mail address of a person who has an account')
  .argument('<file>', 'where to write it; .pdf for reading, anything else is JSON')
  .description('write everything kept about a person')
  .action(exportPerson);

program
  .command('token')
  .argument('<email>', 'mail address of the person the token works as')
  .requiredOption('--alliance <address>', 'address of the alliance, as in /a/<address>')
  .requiredOption('--scope <scope...>', 'what it may, e.g. read:Partner write:Indicator')
  .option('--name <name>', 'what it is used for', 'Made by command')
  .option('--days <days>', 'how long it is valid, at most 366', '90')
  .description('make an API token and print it')
  .action(makeToken);

program.parseAsync().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
