import { NestFactory } from '@nestjs/core';
import { createLogger, NestLogger, Runtime } from '#libs/platform';
import { AppModule } from '../composition/app.module.js';
import { explainFailure, openInstallation } from '../composition/installation.js';

/** Works jobs off and seals events; answers nobody. */
async function start(): Promise<void> {
  const installation = await openInstallation();
  const config = { ...installation.config, ROLE: 'worker' as const };
  const logger = createLogger(config);
  const app = await NestFactory.createApplicationContext(
    AppModule.forRoot({ config, keyRing: installation.keyRing }),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  await app.get(Runtime).start(undefined);
  const stop = (): void => {
    void app
      .close()
      .then(() => installation.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  logger.info('worker ready');
}

start().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
