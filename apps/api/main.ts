import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Addresses, Claim, createHttpApp, Runtime } from '#libs/platform';
import { explainFailure, type Installation, openInstallation, webRoot } from '../composition/installation.js';
import { firstFreePort } from './first-free-port.js';
import { AppModule } from '../composition/app.module.js';
import { welcome } from './welcome.js';

/** Listens on PORT, or on the first free port from 3000 on. @returns the address for a browser on this machine */
async function listen(app: NestFastifyApplication, { config }: Installation): Promise<string> {
  await app.listen(config.PORT ?? (await firstFreePort(3000, config.HOST)), config.HOST);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(config.HOST) ? 'localhost' : config.HOST;
  return `http://${host}:${String(port)}`;
}

function stopWith(app: NestFastifyApplication, installation: Installation): void {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= app
      .close()
      .then(() => installation.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(explainFailure(error));
          process.exit(1);
        },
      );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function start(): Promise<void> {
  const installation = await openInstallation();
  try {
    const { config, keyRing } = installation;
    const app = await createHttpApp(AppModule.forRoot({ config, keyRing }), { config, webRoot });
    stopWith(app, installation);
    const address = await listen(app, installation);
    const addresses = app.get(Addresses);
    addresses.listeningOn(address);
    await app.get(Runtime).start(app.getHttpServer());
    installation.announce(addresses.base);
    const claimLink = await app.get(Claim).newLink();
    console.log(welcome({ address: addresses.base, claimLink, installation }));
  } catch (error) {
    await installation.stop();
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});
