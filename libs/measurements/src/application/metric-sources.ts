import { Injectable } from '@nestjs/common';
import type { MetricSource } from './metric-source.js';

/** What this process can count, as the modules registered it at start. */
@Injectable()
export class MetricSources {
  private readonly sources = new Map<string, MetricSource>();

  /** Adds a source. Two sources of one key are a programming error and stop the start. */
  register(source: MetricSource): void {
    if (this.sources.has(source.key)) throw new Error(`metric source "${source.key}" is registered twice`);
    this.sources.set(source.key, source);
  }

  /** The source of that key, or undefined when no module of this process owns it. */
  find(key: string): MetricSource | undefined {
    return this.sources.get(key);
  }

  /** All sources, in the order of their keys. */
  all(): readonly MetricSource[] {
    return [...this.sources.values()].sort((a, b) => a.key.localeCompare(b.key));
  }
}
