import { config } from 'zod';

// Zod tries whether it may compile code, which the content policy refuses and browsers report. Stands first of all
// imports: what is asked for once a schema is there comes too late.
config({ jitless: true });
