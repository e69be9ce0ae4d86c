import { Command } from 'commander';
import { explainFailure } from '../composition/installation.js';
import { migrateDatabase } from './commands/migrate.js';
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

program.parseAsync().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
