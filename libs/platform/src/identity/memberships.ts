import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { me } from '#libs/api-schema';
import type { PersonActor } from '../tenancy/actor.js';

/** An alliance as its people see it in the switcher. */
export type MyAlliance = z.infer<typeof me>['alliances'][number];

/** The port through which the alliances module tells which alliances a person belongs to. */
@Injectable()
export class Memberships {
  private source: ((actor: PersonActor) => Promise<MyAlliance[]>) | undefined;

  /** Sets the source; called by the alliances module. */
  use(source: (actor: PersonActor) => Promise<MyAlliance[]>): void {
    this.source = source;
  }

  /** The alliances of a person; none while no source is set. */
  async of(actor: PersonActor): Promise<MyAlliance[]> {
    return this.source === undefined ? [] : this.source(actor);
  }
}
