import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const tokenScheme = 'apiToken';

/** The published API, described by the application's own controllers and schemas. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Rygrad')
    .setDescription(
      'Errors are problem documents (RFC 9457) with a stable code. Lists are paged by cursor. Edits name the version they are based on (If-Match). A POST with an Idempotency-Key happens once.',
    )
    .setVersion('1')
    .setLicense('MPL-2.0', 'https://www.mozilla.org/MPL/2.0/')
    .addCookieAuth('rygrad_session')
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'ryg_…',
        description:
          'A token made under Settings, Integrations (or by `rygrad token`). It works as the person who made it, in one alliance, within its scopes (x-token-scope), until it expires or is revoked.',
      },
      tokenScheme,
    )
    .build();
  return withTokens(SwaggerModule.createDocument(app, settings));
}

type Operation = Record<string, unknown> & { security?: unknown };

/** Says of each operation that a token may call how it is called; all others need a session. */
function withTokens(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path) as Operation[]) {
      if (operation['x-step-up'] === true) delete operation['x-token-scope'];
      if (operation['x-token-scope'] !== undefined)
        operation.security = [{ cookie: [] }, { [tokenScheme]: [] }];
    }
  return document;
}

/** Serves the description at /api/openapi.json and as pages at /docs; it is made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rygrad API',
  });
}
