import type { Locale } from '#libs/api-schema';

/** The words of the page behind an action's link, in one language. */
export interface ActionTexts {
  readonly lead: (owner: string) => string;
  readonly meeting: string;
  readonly owner: string;
  readonly due: string;
  readonly noteLabel: string;
  readonly noteHint: string;
  readonly done: string;
  readonly send: string;
  readonly noteMissing: string;
  readonly noteSaved: string;
  readonly notes: string;
  readonly doneTitle: string;
  readonly doneLead: (owner: string) => string;
  readonly alreadyDone: (by: string) => string;
}

/** The words of the page behind an action's link. */
export const actionTexts: Readonly<Record<Locale, ActionTexts>> = {
  da: {
    lead: (owner) => `${owner} har ansvaret for handlingen og har bedt dig om at udføre den.`,
    meeting: 'Aftalt på',
    owner: 'Ansvarlig',
    due: 'Frist',
    noteLabel: 'Hvordan går det?',
    noteHint: 'Skriv ikke noget om bestemte unge. Det, du skriver, kan gruppen læse.',
    done: 'Det er gjort',
    send: 'Send kun beskeden',
    noteMissing: 'Skriv beskeden først, eller tryk på »Det er gjort«.',
    noteSaved: 'Din besked er gemt. Gruppen kan læse den nu.',
    notes: 'Det er der skrevet',
    doneTitle: 'Tak, handlingen er udført',
    doneLead: (owner) => `${owner} og gruppen kan se det med det samme. Du skal ikke gøre mere.`,
    alreadyDone: (by) => `Handlingen er allerede meldt udført af ${by}. Du skal ikke gøre mere.`,
  },
  en: {
    lead: (owner) => `${owner} is responsible for the action and has asked you to do it.`,
    meeting: 'Agreed at',
    owner: 'Owner',
    due: 'Due',
    noteLabel: 'How is it going?',
    noteHint: 'Write nothing about particular young people. The group can read what you write.',
    done: 'It is done',
    send: 'Send the message only',
    noteMissing: 'Write the message first, or press “It is done”.',
    noteSaved: 'Your message is saved. The group can read it now.',
    notes: 'What has been written',
    doneTitle: 'Thank you, the action is done',
    doneLead: (owner) => `${owner} and the group see it at once. There is nothing more for you to do.`,
    alreadyDone: (by) => `The action was reported done by ${by}. There is nothing more for you to do.`,
  },
};
