import type { InBothLanguages } from '#libs/api-schema';

/** What everybody may ask for; GDPR art. 15 (1) (e) and (f). */
export const rightsOfPerson: InBothLanguages = {
  da: 'Du har ret til at få rettet oplysninger, der er forkerte, til at få dem slettet eller begrænset, til at gøre indsigelse, til at trække et samtykke tilbage og til at få oplysningerne udleveret i en form, andre systemer kan læse. Skriv til den, der har givet dig dette dokument. Du kan klage til Datatilsynet: www.datatilsynet.dk.',
  en: 'You have the right to have data corrected that is wrong, to have it erased or restricted, to object, to withdraw a consent, and to receive the data in a form that other systems can read. Write to whoever gave you this document. You can complain to the Danish Data Protection Agency: www.datatilsynet.dk.',
};
