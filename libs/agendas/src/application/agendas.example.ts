import { Injectable } from '@nestjs/common';
import type { Example, ExamplePart } from '#libs/alliances';
import type { AgendaContent } from '#libs/api-schema';
import { newId } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import { AgendaRepository } from './agenda.repository.js';

/** Fills the example alliance with an agenda in force: consented by two, still awaited from one. */
@Injectable()
export class AgendasExample implements ExamplePart {
  readonly name = 'agendas';
  readonly order = 10;

  constructor(private readonly agendas: AgendaRepository) {}

  /** Drafts, puts out, answers and adopts. */
  async fill(tx: Transaction, example: Example): Promise<void> {
    const id = newId();
    const subject = { kind: 'agenda', id };
    const number = 1;
    await this.agendas.add(tx, { id, number, content: await contentOf(tx, example) });
    await tx.append('agendas.version-drafted', subject, { number });
    const round = { id, round: 1 };
    const organisations = await tx.query<{ id: string }>(
      `select id from alliances_organisation where alliance_id = $1 and kind <> 'company' order by name, id`,
      [tx.allianceId],
    );
    const asked = await this.agendas.ask(
      tx,
      round,
      organisations.map((organisation) => organisation.id),
    );
    await this.agendas.save(tx, id, { state: 'consultation', putOutAt: tx.now() });
    await tx.append('agendas.version-put-out', subject, { number, asked: asked.length });
    await this.answer(tx, example, round, example.municipalityId, '');
    await this.answer(
      tx,
      example,
      round,
      example.schoolId,
      'Vi skal have et fast mødetidspunkt for vejlederne.',
    );
    await this.agendas.save(tx, id, { state: 'adopted', adoptedAt: tx.now() });
    await tx.append('agendas.version-adopted', subject, { number });
  }

  private async answer(
    tx: Transaction,
    { founder }: Example,
    agenda: { id: string; round: number },
    organisationId: string,
    concern: string,
  ): Promise<void> {
    const standing = await this.agendas.holdAnswer(tx, agenda, organisationId);
    if (standing === null) return;
    await this.agendas.saveAnswer(tx, standing.id, {
      answer: concern === '' ? 'consent' : 'concern',
      words: concern,
      byId: founder.personId,
      byName: founder.name,
      recordedBySecretariat: true,
    });
    await tx.append(
      concern === '' ? 'agendas.organisation-consented' : 'agendas.organisation-consented-with-concern',
      { kind: 'agenda', id: agenda.id },
      { number: 1, organisationName: standing.organisationName },
    );
  }
}

async function contentOf(
  tx: Transaction,
  { municipalityId, schoolId, companyIds }: Example,
): Promise<AgendaContent> {
  const indicators = await tx.query<{ id: string; name: string }>(
    'select id, name from measurements_indicator where alliance_id = $1',
    [tx.allianceId],
  );
  const indicatorId = (name: string) => indicators.find((indicator) => indicator.name === name)?.id ?? null;
  const [positive, kept] = [newId(), newId()];
  const contributions = [
    [municipalityId, 'Én kontaktperson til hver ung og hver garantipartner', positive],
    [municipalityId, 'Svarer virksomheden inden for to hverdage, når den beder om hjælp', kept],
    [schoolId, 'Praktikkoordinatoren tager imod unge, som en virksomhed giver videre', kept],
    [companyIds[0], 'To lærlingepladser om året og et fast ugentligt besøg på FGU', positive],
  ] as const;
  return {
    title: 'Ungegarantien i Hjørring',
    problem:
      'For mange unge mellem 6 og 29 år står uden for uddannelse og job. Nogle af dem kender vi ikke, og mange har mødt en lukket dør, da de selv tog kontakt.',
    vision: 'Alle unge har en plads i fællesskabet og en vej videre, de selv har valgt.',
    mission: 'Ingen ung bliver sluppet, før den næste har taget imod.',
    outcomes: [
      {
        id: positive,
        title: 'Flere unge er i gang med noget, der fører videre',
        description: 'Uddannelse, lære, job eller et afklaret ønske.',
        indicatorId: indicatorId('Unge med en positiv destination'),
      },
      {
        id: kept,
        title: 'Når en ung banker på, bliver der åbnet',
        description: 'Hver henvendelse får et svar til tiden og ender med en plads eller en, der tager over.',
        indicatorId: indicatorId('Holdte løfter'),
      },
    ],
    strategies: [
      {
        id: newId(),
        title: 'Garantikontrakter',
        description: 'Virksomhederne formulerer selv, hvad de vil forpligte sig til.',
      },
      {
        id: newId(),
        title: 'Prøv i det små',
        description: 'Hver indsats har en stopregel og en dato for status.',
      },
    ],
    contributions: contributions.flatMap(([organisationId, commitment, outcomeId]) =>
      organisationId === undefined ? [] : [{ id: newId(), organisationId, commitment, outcomeId }],
    ),
  };
}
