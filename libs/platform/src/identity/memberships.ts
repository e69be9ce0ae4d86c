import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { me } from '#libs/api-schema';
import type { PersonActor } from '../tenancy/actor.js';

/** An alliance as its people see it in the switcher. */
export type MyAlliance = z.infer<typeof me>['alliances'][number];

/** An alliance in which all of a person's roles rest. */
export type RestingAlliance = z.infer<typeof me>['resting'][number];

/** What the alliances module answers. */
export interface MembershipSource {
  /** Where a person takes part. */
  alliancesOf(actor: PersonActor): Promise<MyAlliance[]>;
  /** Where all of a person's roles rest. */
  restingOf(actor: PersonActor): Promise<RestingAlliance[]>;
}

/** The port through which the alliances module tells which alliances a person belongs to. */
@Injectable()
export class Memberships {
  private source: MembershipSource | undefined;

  /** Sets the source; called by the alliances module. */
  use(source: MembershipSource): void {
    this.source = source;
  }

  /** The alliances of a person; none while no source is set. */
  async of(actor: PersonActor): Promise<MyAlliance[]> {
    return this.source === undefined ? [] : this.source.alliancesOf(actor);
  }

  /** The alliances in which all roles of a person rest; none while no source is set. */
  async restingOf(actor: PersonActor): Promise<RestingAlliance[]> {
    return this.source === undefined ? [] : this.source.restingOf(actor);
  }
}
