import { Injectable } from '@nestjs/common';
import type { ErrorCode } from '#libs/api-schema';
import { DomainError } from '#libs/kernel';
import { type PersonActor, Sessions, UnitOfWork } from '#libs/platform';

/** Takes an example alliance away with everything in it; nothing of it is left and it does not come back. */
@Injectable()
export class RemoveExample {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  /** @throws DomainError alliances/not-an-example for an alliance of one's own */
  async run(actor: PersonActor): Promise<void> {
    await this.unitOfWork.actAs(actor, async (tx) => {
      const [row] = await tx.query<{ removed: boolean }>('select rygrad_remove_example($1) as removed', [
        tx.allianceId,
      ]);
      if (row?.removed !== true) throw new DomainError<ErrorCode>('alliances/not-an-example');
    });
    this.sessions.changed('');
  }
}
