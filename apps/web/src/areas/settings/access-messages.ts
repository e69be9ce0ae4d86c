import type { Messages } from '../../language/define-messages.js';

/** Texts of the page that shows what somebody may see. */
export const messages = {
  'access.lead': {
    da: 'Vælg en person eller en rolle, og se, hvad de må se og gøre i alliancen. Du ser ord og antal, aldrig indholdet. Det bliver skrevet i historikken, at du har kigget.',
    en: 'Choose a person or a role, and see what they may see and do in the alliance. You see words and numbers, never content. That you have looked is written to the history.',
  },
  'access.whose': { da: 'Hvis adgang?', en: 'Whose access?' },
  'access.role': { da: 'Som rolle', en: 'In the role' },
  'access.allRoles': { da: 'Alle personens roller', en: 'All of the person’s roles' },
  'access.people': { da: 'Personer', en: 'People' },
  'access.roles': { da: 'Roller uden person', en: 'Roles without a person' },
  'access.choose': { da: 'Vælg', en: 'Choose' },
  'access.show': { da: 'Vis adgang', en: 'Show access' },
  'access.of': { da: 'Det må {name}', en: 'What {name} may do' },
  'access.ofRole': { da: 'Det må rollen {role}', en: 'What the role {role} may do' },
  'access.as': { da: 'Roller', en: 'Roles' },
  'access.for': { da: '{role} for {organisation}', en: '{role} of {organisation}' },
  'access.thing': { da: 'Hvad', en: 'What' },
  'access.may': { da: 'Må', en: 'May' },
  'access.nothing': { da: 'Ingenting', en: 'Nothing' },
  'access.lists': { da: 'Så meget finder de', en: 'How much they find' },
  'access.list': { da: 'Liste', en: 'List' },
  'access.count': { da: 'Antal', en: 'Number' },
  'access.few': { da: 'færre end 5', en: 'fewer than 5' },
  'access.fewHelp': {
    da: 'Små antal unge vises ikke, fordi tallet selv kan fortælle, hvem det er.',
    en: 'Small numbers of young people are not shown, because the number itself may tell who they are.',
  },
} satisfies Messages;
