import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestLogger, createLogger } from '#libs/platform';
import { AppModule } from '../composition/app.module.js';
import { type Installation, joinInstallation } from '../composition/installation.js';

/** Runs a command with the whole product composed, without answering requests or working jobs off. */
export async function withApp(
  work: (app: INestApplicationContext, installation: Installation) => Promise<void>,
): Promise<void> {
  const installation = await joinInstallation();
  const config = { ...installation.config, LOG_LEVEL: 'error' as const };
  try {
    const app = await NestFactory.createApplicationContext(
      AppModule.forRoot({ config, keyRing: installation.keyRing }),
      { logger: new NestLogger(createLogger(config)), abortOnError: false },
    );
    try {
      await work(app, installation);
    } finally {
      await app.close();
    }
  } finally {
    await installation.stop();
  }
}
