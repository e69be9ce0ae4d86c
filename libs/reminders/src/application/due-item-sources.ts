import { Injectable } from '@nestjs/common';
import type { DueItemSource } from './due-item-source.js';

/** The kinds of due items known to this process, as the modules registered them at start. */
@Injectable()
export class DueItemSources {
  private readonly sources = new Map<string, DueItemSource>();

  /** Adds a source. Two sources of one kind are a programming error and stop the start. */
  register(source: DueItemSource): void {
    if (this.sources.has(source.kind))
      throw new Error(`due-item source "${source.kind}" is registered twice`);
    this.sources.set(source.kind, source);
  }

  /** The source of a kind, or undefined when no module of this process owns it. */
  find(kind: string): DueItemSource | undefined {
    return this.sources.get(kind);
  }

  /** All sources, in the order of their kinds. */
  all(): readonly DueItemSource[] {
    return [...this.sources.values()].sort((a, b) => a.kind.localeCompare(b.kind));
  }
}
