import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { holdsCpr, newId } from '#libs/kernel';
import type { Config } from '../config/config.js';
import { inContext } from '../observability/context.js';
import { createLogger, LOGGER, NestLogger } from '../observability/logger.js';
import { mayReadMetrics } from '../observability/metrics-access.js';
import { Metrics } from '../observability/metrics.js';
import { pageStyleHash } from '../pages/page-style.js';
import { InputPipe } from './input.js';
import { serveDocs } from './open-api.js';

/** The most a JSON body may hold, in bytes; uploads have their own limit. */
export const bodyLimit = 1024 * 1024;
/** The most an uploaded file may hold, in bytes. */
export const uploadLimit = 10 * 1024 * 1024;

const correlation = /^[\w-]{8,64}$/;

/** Where the built web app lies, if it is to be served. */
export interface HttpOptions {
  readonly config: Config;
  readonly webRoot?: string;
}

/** The HTTP application of a composition; the caller initialises it, listens, and starts the Runtime. */
export async function createHttpApp(
  root: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trusted(options.config),
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-correlation-id'];
      return typeof given === 'string' && correlation.test(given) && !holdsCpr(given) ? given : newId();
    },
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLogger(createLogger(options.config)),
    abortOnError: false,
    bufferLogs: false,
  });
  app.useGlobalPipes(new InputPipe());
  const fastify = adapter.getInstance<FastifyInstance>();
  observe(fastify, app, app.get<Logger>(LOGGER));
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart, { limits: { fileSize: uploadLimit, files: 1, fields: 10 } });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: contentPolicy(options.config),
    // Our own forms say where they come from; other sites never learn an address, which may hold a token.
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  harden(fastify);
  serveDocs(app);
  if (options.webRoot !== undefined && existsSync(join(options.webRoot, 'index.html')))
    await serveWeb(app, options.webRoot, options.config);
  return app;
}

/** Which of the addresses before ours are believed: the nearest few, or certain ones. */
function trusted({ TRUST_PROXY }: Config): false | string[] | ((address: string, hop: number) => boolean) {
  return typeof TRUST_PROXY === 'number' ? (_address, hop) => hop < TRUST_PROXY : TRUST_PROXY;
}

/** Correlation id, one structured line and one measurement per request; routes by pattern, so that no token is logged. */
function observe(fastify: FastifyInstance, app: NestFastifyApplication, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    inContext({ correlationId: request.id }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    app.get(Metrics).requests.observe(labels, reply.elapsedTime / 1000);
    logger.info({ ...labels, ms: Math.round(reply.elapsedTime), correlationId: request.id }, 'request');
    done();
  });
}

const permissions = [
  ...[
    'accelerometer',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
  ],
  ...['microphone', 'midi', 'payment', 'serial', 'usb'],
]
  .map((name) => `${name}=()`)
  .join(', ');

/** What holds for every answer: nothing of the device is asked for, and nobody keeps what does not say that it may be kept. */
function harden(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('permissions-policy', permissions);
    if (reply.getHeader('cache-control') === undefined) void reply.header('cache-control', 'no-store');
    // The description of the API is drawn by Swagger UI, which brings styles of its own.
    if (request.url.startsWith('/docs')) {
      const policy = String(reply.getHeader('content-security-policy'));
      void reply.header(
        'content-security-policy',
        policy.replace(/style-src [^;]*/, "style-src 'self' 'unsafe-inline'"),
      );
    }
    done(null, payload);
  });
}

function contentPolicy(config: Config): { directives: Record<string, string[] | null> } {
  const https = config.PUBLIC_URL?.startsWith('https://') === true;
  return {
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", `'${pageStyleHash}'`],
      'base-uri': ["'none'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
      'upgrade-insecure-requests': https ? [] : null,
    },
  };
}

/** The addresses at which the web app itself answers; every other one that is not the API's is lost. */
const webAddresses = [
  '/',
  '/a/*',
  '/sign-in',
  '/sign-in/*',
  '/invitation/*',
  '/claim/*',
  '/outbox',
  '/ny',
  '/konto',
  '/konto/*',
  '/administration',
  '/administration/*',
];

/** The web app: hashed assets for a year, its page for every address that is not the API's. */
async function serveWeb(app: NestFastifyApplication, webRoot: string, config: Config): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(webRoot, 'assets'),
    prefix: '/assets/',
    maxAge: 365 * 24 * 3_600_000,
    immutable: true,
    decorateReply: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const show = async (
    _request: unknown,
    reply: { sendFile: (name: string, root: string, options: object) => unknown },
  ) => reply.sendFile('index.html', webRoot, { maxAge: 0, immutable: false });
  for (const address of webAddresses) fastify.get(address, show as never);
  // A person who mistypes an address gets a page that says so; a program gets a problem document.
  fastify.addHook('onRequest', (request, reply, done) => {
    const isHidden = request.routeOptions.url === '/metrics' && !mayReadMetrics(request.raw, config);
    const isLost =
      (request.is404 || isHidden) && request.method === 'GET' && !request.url.startsWith('/api/');
    if (isLost && request.headers.accept?.includes('text/html') === true)
      void show(request, reply.status(404));
    else done();
  });
}
