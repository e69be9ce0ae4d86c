import { Injectable } from '@nestjs/common';
import type { RoleHeld } from '../tenancy/actor.js';

/** A role of a person in an alliance. */
export interface AllianceRoleHeld extends RoleHeld {
  readonly allianceId: string;
}

/** Tells which roles a person holds, in all alliances. */
export type RoleSource = (personId: string) => Promise<readonly AllianceRoleHeld[]>;

/** The port through which the alliances module tells the platform who is what where. */
@Injectable()
export class Roles {
  private source: RoleSource | undefined;

  /** Sets the source; called by the alliances module. */
  use(source: RoleSource): void {
    this.source = source;
  }

  /** All roles of a person; none while no source is set. */
  async of(personId: string): Promise<readonly AllianceRoleHeld[]> {
    return this.source === undefined ? [] : this.source(personId);
  }
}
