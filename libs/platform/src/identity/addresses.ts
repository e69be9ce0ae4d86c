import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';

/** Addresses for links in mails: PUBLIC_URL, or the address this process listens on. */
@Injectable()
export class Addresses {
  private listening: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Told at start where the process listens. */
  listeningOn(url: string): void {
    this.listening = url;
  }

  /** The address people use, without a slash at the end. */
  get base(): string {
    return (
      this.config.PUBLIC_URL ??
      this.listening ??
      `http://${this.config.HOST}:${String(this.config.PORT ?? 3000)}`
    ).replace(/\/+$/, '');
  }

  /** Whether people reach the installation by https. */
  get secure(): boolean {
    return this.base.startsWith('https://');
  }

  /** The full address of a path. */
  of(path: string): string {
    return this.base + path;
  }
}
